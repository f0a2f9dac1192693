/** How a lab prints and who signs for it. */
import type * as Y from 'yjs'
import { type Delegation, delegations, documentFonts, type IndexTrial, type Naskah, type Pejabat } from '#shared/model/evidence.ts'
import type { PejabatId } from '#shared/model/ids.ts'
import { names } from './names.ts'
import type { Origin } from './origins.ts'
import { putRow, removeRow } from './rows.ts'
import { type AnyMap, flagOf, numberOf, oneOf, recordOf, textOf } from './values.ts'

export const putOfficial = (doc: Y.Doc, id: PejabatId, official: Partial<Omit<Pejabat, 'id'>>, origin: Origin): void =>
  putRow(doc, names.officials, id, official, origin)
export const removeOfficial = (doc: Y.Doc, id: PejabatId, origin: Origin): void => removeRow(doc, names.officials, id, origin)

export const readOfficial = (id: string, row: AnyMap): Pejabat => ({
  id: id as PejabatId /* the key it was put under */,
  order: textOf(row.get('order')),
  name: textOf(row.get('name')),
  position: textOf(row.get('position')),
  rank: textOf(row.get('rank')),
  nip: textOf(row.get('nip')),
  delegation: oneOf<Delegation>(row.get('delegation'), delegations) ?? '',
  onBehalfOf: textOf(row.get('onBehalfOf')),
})

/** A margin a printer can still do and that leaves room for text, in millimetres. */
const marginOf = (value: unknown): number => Math.min(80, Math.max(5, numberOf(value) ?? 20))

export function readNaskah(value: unknown): Naskah {
  const row = recordOf(value)
  const margins = recordOf(row.margins)
  return {
    margins:
      Object.keys(margins).length === 0
        ? null
        : { top: marginOf(margins.top), right: marginOf(margins.right), bottom: marginOf(margins.bottom), left: marginOf(margins.left) },
    font: oneOf(row.font, documentFonts) ?? 'arial',
    lineSpacing: Math.min(2, Math.max(1, numberOf(row.lineSpacing) ?? 1.15)),
    numberPattern: textOf(row.numberPattern),
    tembusan: textOf(row.tembusan),
    tteBox: flagOf(row.tteBox),
  }
}

export function readTrial(value: unknown): IndexTrial {
  const row = recordOf(value)
  return { set: textOf(row.set), region: numberOf(row.region) }
}
