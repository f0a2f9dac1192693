/** What the catalogue says of this innovation beyond its facts: how it stands, who took it over, whom to ask (domain.md 1.6.5, 6.5). */
import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { IconBooks, IconX } from '@tabler/icons-react'
import { writeCatalogue } from '#shared/doc/catalogue.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type CatalogueFacts, type Reuse, reuses, type StandingKey, standings } from '#shared/model/catalogue.ts'
import { entryId, standingOf } from '#shared/rules/catalogue.ts'
import { localDay } from '#shared/rules/dates.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { useAbout } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import { nowIso } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import { Adopters } from './adopters.tsx'
import css from './catalogue-panel.module.css'
import { useInnovation } from './innovation-context.tsx'

const sdgNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const

export function CataloguePanel() {
  const t = useText()
  const { value, readOnly, doc, act } = useInnovation()
  const { id: lab } = useOpenLab()
  const host = useAbout()?.reach === 'host'
  const { catalogue } = value
  const write = (patch: Partial<Omit<CatalogueFacts, 'adopters'>>): void => {
    if (!readOnly) writeCatalogue(doc, patch, byPerson)
  }
  const contact = useDraft(catalogue.contact, (next) => write({ contact: next }))
  return (
    <Panel
      title={t('catalogue.panel')}
      note={t('catalogue.panelNote')}
      side={
        host && (
          <a href={places.catalogueEntry(entryId(lab, value.id))} className={css.open}>
            <IconBooks size={16} stroke={1.75} aria-hidden /> {t('catalogue.openEntry')}
          </a>
        )
      }
    >
      <div className={css.fields}>
        <StandingFields write={write} />
        <Select
          label={t('catalogue.f_reuse')}
          description={t('catalogue.reuseHint')}
          clearable
          disabled={readOnly}
          data={reuses.map((reuse: Reuse) => ({ value: reuse, label: t(`catalogue.reuse_${reuse}`) }))}
          value={catalogue.reuse}
          onChange={(next) => write({ reuse: reuses.find((one) => one === next) ?? null })}
        />
        <TextInput
          label={t('catalogue.f_contact')}
          description={t('catalogue.contactHint')}
          readOnly={readOnly}
          maxLength={400}
          value={contact.value}
          onChange={contact.onChange}
          onBlur={contact.onBlur}
        />
        <MultiSelect
          className={css.wide}
          label={t('catalogue.f_sdg')}
          disabled={readOnly}
          searchable
          data={sdgNumbers.map((number) => ({ value: String(number), label: `${number} ${t(`catalogue.sdg_${number}`)}` }))}
          value={catalogue.sdgs.map(String)}
          onChange={(next) => write({ sdgs: next.map(Number).sort((a, b) => a - b) })}
        />
      </div>
      <Replicates
        drop={() => {
          const before = catalogue.replicates
          act(() => write({ replicates: null }))
          if (before !== null) notify.undoable(t('catalogue.replicatesGone', { name: before.name }), () => write({ replicates: before }))
        }}
      />
      <Adopters />
    </Panel>
  )
}

/** While nobody said how it stands, that follows from the stage, and is said to. */
function StandingFields({ write }: { readonly write: (patch: Pick<CatalogueFacts, 'standing'>) => void }) {
  const t = useText()
  const { value, readOnly, me } = useInnovation()
  const { lab } = useOpenLab()
  const { standing } = value.catalogue
  const read = standingOf({
    catalogue: { standing: null, reuse: null, contact: '', sdgs: [], adopters: [], replicates: '' },
    stage: value.stage,
    launched: value.launched,
    monitored: value.monitored,
  })
  const say = (patch: { readonly key?: StandingKey; readonly since?: string; readonly reason?: string }): void => {
    const at = nowIso()
    const before = standing ?? { key: read.key, since: localDay(at, lab.timeZone), reason: '' }
    write({ standing: { key: before.key, since: before.since, reason: before.reason, ...patch, by: me, at } })
  }
  const reason = useDraft(standing?.reason ?? '', (next) => say({ reason: next }))
  return (
    <>
      <Select
        label={t('catalogue.f_standing')}
        description={
          standing === null
            ? t('catalogue.standingHint', { what: t(`catalogue.st_${read.key}`) })
            : t('catalogue.standingSaid', { by: standing.by })
        }
        clearable
        disabled={readOnly}
        placeholder={t(`catalogue.st_${read.key}`)}
        data={standings.map((key) => ({ value: key, label: t(`catalogue.st_${key}`) }))}
        value={standing?.key ?? null}
        onChange={(next) => {
          const key = standings.find((one) => one === next)
          if (key === undefined) write({ standing: null })
          // A new standing begins today, until somebody says otherwise.
          else say({ key, since: localDay(nowIso(), lab.timeZone), reason: key === 'berhenti' ? (standing?.reason ?? '') : '' })
        }}
      />
      {standing !== null && (
        <TextInput
          type="date"
          label={t(standing.key === 'berhenti' ? 'catalogue.stoppedSince' : 'catalogue.since')}
          description={t('catalogue.sinceHint')}
          readOnly={readOnly}
          value={standing.since}
          onChange={(event) => say({ since: event.currentTarget.value })}
        />
      )}
      {standing?.key === 'berhenti' && (
        <Textarea
          className={css.wide}
          autosize
          minRows={2}
          maxLength={2000}
          label={t('catalogue.stopReason')}
          description={t('catalogue.stopReasonHint')}
          readOnly={readOnly}
          value={reason.value}
          onChange={reason.onChange}
          onBlur={reason.onBlur}
        />
      )}
    </>
  )
}

/** The innovation it took over from elsewhere. */
function Replicates({ drop }: { readonly drop: () => void }) {
  const t = useText()
  const { value, readOnly } = useInnovation()
  const host = useAbout()?.reach === 'host'
  const from = value.catalogue.replicates
  if (from === null) return null
  const whose = [from.unit, from.region, from.year === null ? '' : String(from.year)].filter((part) => part !== '').join(', ')
  return (
    <p className={css.replicates}>
      <span>
        {t('catalogue.f_replicates')}:{' '}
        {host && from.entry !== '' ? <a href={places.catalogueEntry(from.entry)}>{from.name}</a> : <strong>{from.name}</strong>}
        {whose !== '' && <>, {whose}</>}
        {from.source !== '' && <small>{t('catalogue.sourceSaid', { source: from.source })}</small>}
      </span>
      {!readOnly && (
        <button type="button" className={css.icon} aria-label={t('catalogue.dropReplicates', { name: from.name })} onClick={drop}>
          <IconX size={16} stroke={1.75} aria-hidden />
        </button>
      )}
    </p>
  )
}
