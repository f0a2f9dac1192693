/** Everything an entry says, in the order in which it is read; the page and the comparison draw the same. */
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import type { Say } from '../../app/text.ts'
import { sdgWord } from '../../lab/catalogue/filter-words.ts'

export type EntryField = {
  readonly key: string
  readonly label: string
  readonly text: string
  /** Worth asking for where it is empty. */
  readonly wanted: boolean
}

/** @param from name of the list it came in with */
export function entryFields(entry: CatalogueEntry, t: Say, day: (iso: string) => string, from: string | undefined): readonly EntryField[] {
  const field = (key: string, label: string, text: string, wanted = false): EntryField => ({ key, label, text, wanted })
  const stopped = [entry.stoppedOn === '' ? '' : day(entry.stoppedOn), entry.stopReason].filter((part) => part !== '').join(': ')
  return [
    field('summary', t('catalogue.f_summary'), entry.summary, true),
    field('problem', t('catalogue.f_problem'), entry.problem, true),
    field('standing', t('catalogue.f_standing'), standingText(entry, t)),
    field('stopped', t('catalogue.f_stopped'), stopped),
    field('unit', t('catalogue.f_unit'), entry.unit, true),
    field('region', t('catalogue.f_region'), entry.region, true),
    field('province', t('catalogue.f_province'), entry.province),
    field('year', t('catalogue.f_year'), entry.year === null ? '' : String(entry.year), true),
    field('startedOn', t('catalogue.f_startedOn'), entry.startedOn === '' ? '' : day(entry.startedOn)),
    field('kind', t('catalogue.f_kind'), entry.kind === null ? '' : t(`innovation.kind_${entry.kind}`), true),
    field('form', t('catalogue.f_form'), entry.form === null ? '' : t(`innovation.form_${entry.form}`), true),
    field('urusan', t('catalogue.f_urusan'), entry.urusan, true),
    field('sdgs', t('catalogue.f_sdg'), entry.sdgs.map((one) => sdgWord(t, one)).join('; ')),
    field('adopters', t('catalogue.f_adopters'), entry.adopters.join('; ')),
    field('replicates', t('catalogue.f_replicates'), entry.replicates),
    field('reuse', t('catalogue.f_reuse'), entry.reuse === null ? '' : t(`catalogue.reuse_${entry.reuse}`), true),
    field('team', t('catalogue.f_team'), entry.team.join('; ')),
    field('contact', t('catalogue.f_contact'), entry.contact, true),
    field('source', t('catalogue.f_source'), from ?? (entry.lab === null ? entry.source : t('catalogue.sourceOwn'))),
  ]
}

const standingText = ({ standing, said, lab }: CatalogueEntry, t: Say): string => {
  const what = t(`catalogue.st_${standing}`)
  return said ? what : t(lab === null ? 'catalogue.standingGuessed' : 'catalogue.standingRead', { what })
}
