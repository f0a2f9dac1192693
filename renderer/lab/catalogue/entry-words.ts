/** Words around an entry of the catalogue that several pages say alike. */
import type { CatalogueEntry, StandingKey } from '#shared/model/catalogue.ts'
import type { Say } from '../../app/text.ts'
import type { SourceWords } from './replica.ts'

export const standingTones = {
  ide: 'plain',
  uji_coba: 'warn',
  penerapan: 'act',
  berjalan: 'ok',
  berhenti: 'bad',
} as const satisfies Record<StandingKey, string>

/** Unit, region and year, what is known of them. */
export const whoseOf = ({ unit, region, year }: CatalogueEntry): string =>
  [unit, region, year === null ? '' : String(year)].filter((part) => part !== '').join(' · ')

/** `Katalog Labinov, RSUD Kota Solok, 2023` or the name of the list it came in with. */
export const sourceWords =
  (t: Say, sources: Readonly<Record<string, string>> = {}): SourceWords =>
  (entry) => {
    const whose = [entry.unit, entry.region, entry.year === null ? '' : String(entry.year)].filter((part) => part !== '').join(', ')
    const list = sources[entry.source]
    const from = list === undefined ? t('catalogue.sourceOwn') : t('catalogue.sourceList', { name: list })
    return whose === '' ? `${from}: ${entry.name}` : `${from}: ${entry.name}, ${whose}`
  }

/** An entry as plain text for a message or a letter. */
export function entryText(entry: CatalogueEntry, t: Say): string {
  const line = (label: string, value: string): readonly string[] => (value === '' ? [] : [`${label}: ${value}`])
  return [
    entry.longName === '' ? entry.name : `${entry.name} (${entry.longName})`,
    ...line(t('catalogue.f_unit'), entry.unit),
    ...line(t('catalogue.f_region'), [entry.region, entry.province].filter((part) => part !== '').join(', ')),
    ...line(t('catalogue.f_year'), entry.year === null ? '' : String(entry.year)),
    ...line(t('catalogue.f_standing'), t(`catalogue.st_${entry.standing}`)),
    ...line(t('catalogue.f_kind'), entry.kind === null ? '' : t(`innovation.kind_${entry.kind}`)),
    ...line(t('catalogue.f_urusan'), entry.urusan),
    ...line(t('catalogue.f_problem'), entry.problem),
    ...line(t('catalogue.f_summary'), entry.summary),
    ...line(t('catalogue.f_adopters'), entry.adopters.join('; ')),
    ...line(t('catalogue.f_contact'), entry.contact),
  ].join('\n')
}
