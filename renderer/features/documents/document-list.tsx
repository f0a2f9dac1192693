/** Left: the documents that can be made here, and in the lab the way to those of each innovation. */
import { NativeSelect, TextInput } from '@mantine/core'
import { IconArrowLeft, IconChevronRight, IconFileText, IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { DocumentEntry } from '#shared/api/contract.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { documentOf } from '#shared/rules/packs.ts'
import { places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { type Asked, usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { ErrorBanner, StatusChip } from '../../parts/index.ts'
import css from './list.module.css'

type Props = {
  readonly lab: LabId
  /** The innovation whose documents these are; absent for those of the lab. */
  readonly innovation: InnovationSummary | undefined
  /** Null while they are being read. */
  readonly innovations: readonly InnovationSummary[] | null
  readonly entries: Asked<readonly DocumentEntry[]>
  readonly chosen: string | undefined
  readonly choose: (kind: string) => void
}

const tones = { belum_diisi: 'plain', kurang: 'warn', siap: 'ok' } as const

export function DocumentList({ lab, innovation, innovations, entries, chosen, choose }: Props) {
  const t = useText()
  return (
    <section className={css.list} aria-label={t('documents.list')}>
      <h1>{t('documents.title')}</h1>
      {innovation === undefined ? (
        <p className={css.lead}>{t('documents.leadLab')}</p>
      ) : (
        <a className={css.up} href={places.documents(lab)}>
          <IconArrowLeft size={16} stroke={1.75} aria-hidden />
          {t('documents.toLab')}
        </a>
      )}
      <h2>{innovation === undefined ? t('documents.ofLab') : t('documents.ofInnovation', { name: innovation.name })}</h2>
      {entries.state === 'failed' && (
        <ErrorBanner
          what={entries.trouble.what}
          safe={entries.trouble.safe}
          todo={entries.trouble.todo}
          detail={entries.trouble.detail}
          acts={
            <button type="button" className={css.plain} onClick={entries.again}>
              {t('documents.again')}
            </button>
          }
        />
      )}
      {entries.state === 'ready' && <Entries entries={entries.value} chosen={chosen} choose={choose} />}
      {innovation === undefined && innovations !== null && <Innovations lab={lab} innovations={innovations} />}
    </section>
  )
}

function Entries({
  entries,
  chosen,
  choose,
}: {
  readonly entries: readonly DocumentEntry[]
  readonly chosen: string | undefined
  readonly choose: (kind: string) => void
}) {
  const t = useText()
  const both = useBoth()
  const packs = usePacks()
  const { stages } = useOpenLab()
  const stateWord = (entry: DocumentEntry) => t(`documents.${entry.state}`, { n: entry.missing })
  const titleOf = (kind: string) => {
    const def = documentOf(packs, kind)
    return def === undefined ? kind : both(def.title)
  }
  return (
    <>
      <NativeSelect
        className={css.choice ?? ''}
        aria-label={t('documents.list')}
        value={chosen ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={entries.map((entry) => ({ value: entry.kind, label: `${titleOf(entry.kind)} (${stateWord(entry)})` }))}
      />
      <ul className={css.entries}>
        {entries.map((entry) => (
          <li key={entry.kind}>
            <button type="button" aria-current={entry.kind === chosen ? 'true' : undefined} onClick={() => choose(entry.kind)}>
              <IconFileText size={18} stroke={1.75} aria-hidden />
              <span>
                <b>{titleOf(entry.kind)}</b>
                <small>{stages.find(({ key }) => key === documentOf(packs, entry.kind)?.stage)?.label}</small>
              </span>
              <StatusChip tone={tones[entry.state]}>{stateWord(entry)}</StatusChip>
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Innovations({ lab, innovations }: { readonly lab: LabId; readonly innovations: readonly InnovationSummary[] }) {
  const t = useText()
  const [words, setWords] = useState('')
  const { lab: open } = useOpenLab()
  const found = useMemo(() => {
    const wanted = words.trim().toLocaleLowerCase('id')
    return innovations
      .filter((one) => !one.archived && `${one.name} ${one.longName}`.toLocaleLowerCase('id').includes(wanted))
      .sort((a, b) => a.name.localeCompare(b.name, 'id'))
  }, [innovations, words])
  const unitOf = (id: string | null) => open.units.find((unit) => unit.id === id)
  return (
    <>
      <h2>{t('documents.innovations')}</h2>
      {innovations.length === 0 ? (
        <p className={css.lead}>{t('documents.noInnovations')}</p>
      ) : (
        <>
          <TextInput
            className={css.search ?? ''}
            type="search"
            aria-label={t('documents.search')}
            placeholder={t('documents.search')}
            leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
            value={words}
            onChange={({ currentTarget }) => setWords(currentTarget.value)}
          />
          <p className={css.hidden} role="status">
            {words === '' ? '' : t('documents.found', { n: found.length })}
          </p>
          {found.length === 0 && <p className={css.lead}>{t('documents.noneFound')}</p>}
          <ul className={css.entries} data-links>
            {found.map((one) => {
              const unit = unitOf(one.unit)
              return (
                <li key={one.id}>
                  <a href={places.innovationDocuments(lab, one.id)}>
                    <span>
                      <b>{one.name}</b>
                      <small>{unit === undefined ? one.longName : unit.short || unit.name}</small>
                    </span>
                    <IconChevronRight size={16} stroke={1.75} aria-hidden />
                  </a>
                </li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}
