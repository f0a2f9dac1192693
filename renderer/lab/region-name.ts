import type { RegionKind } from '#shared/model/lab.ts'
import type { Say } from '../app/text.ts'

/** `Kota Solok`: the kind is kept apart from the name, since only the name is sorted and searched. */
export const regionName = (lab: { readonly region: string; readonly regionKind: RegionKind }, t: Say): string =>
  t(`app.region_${lab.regionKind}`, { name: lab.region })
