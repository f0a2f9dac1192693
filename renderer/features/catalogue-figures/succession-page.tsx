/** Which innovations hang on one person, or stand without procedure, regulation or budget: a list somebody can act on (domain.md 6.6). */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type Threat, threats, type Watched } from '#shared/api/catalogue.ts'
import { folded } from '#shared/rules/fold.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { KeepMenu, KeptNote } from '../../lab/kept-file.tsx'
import { useLab, useLabs } from '../../lab/lab-context.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useKeep } from '../../lab/use-keep.ts'
import { EmptyState, ErrorBanner, Loading, PageTitle, Panel, StatusChip } from '../../parts/index.ts'
import css from './figures.module.css'
import { useWatch } from './use-watch.ts'
import { doWord, threatWord, watchChat, watchTable } from './watch-files.ts'

/** Rows drawn at once. */
const perStep = 60
type Wanted = Threat | 'unknown' | ''

const fits = (row: Watched, wanted: Wanted): boolean =>
  wanted === '' || (wanted === 'unknown' ? row.unknown.length > 0 : row.threats.includes(wanted))

/** Which part of the list somebody looks at; a head of a unit sees what is theirs. */
type Part = { readonly lab: string; readonly unit: string; readonly words: string }
const whole: Part = { lab: '', unit: '', words: '' }

const inPart = (row: Watched, { lab, unit, words }: Part): boolean =>
  (lab === '' || row.lab === lab) &&
  (unit === '' || row.unit === unit) &&
  (words === '' || folded(`${row.name} ${row.unit}`).includes(words))

export function SuccessionPage() {
  const t = useText()
  const language = useLanguage()
  usePageTitle(t('catalogueFigures.watchTitle'))
  const asked = useWatch()
  const all = asked.state === 'ready' ? asked.value : []
  const [wanted, setWanted] = useState<Wanted>('')
  const [part, setPart] = useState(whole)
  const shown = useMemo(() => all.filter((row) => inPart(row, { ...part, words: folded(part.words.trim()) })), [all, part])
  const rows = useMemo(() => shown.filter((row) => fits(row, wanted)), [shown, wanted])
  const labName = useLabName()
  const threatened = shown.filter((row) => row.threats.length > 0).length
  return (
    <div className={css.page}>
      <PageTitle
        title={t('catalogueFigures.watchTitle')}
        lead={t('catalogueFigures.watchLead')}
        side={
          <Button component="a" href={places.catalogueFigures()} variant="default">
            {t('catalogueFigures.title')}
          </Button>
        }
      />
      {asked.state === 'failed' && <ErrorBanner {...asked.trouble} acts={<Button onClick={asked.again}>{t('app.tryAgain')}</Button>} />}
      {asked.state === 'loading' && <Loading>{t('app.loading')}</Loading>}
      {asked.state === 'ready' && all.length === 0 && (
        <Panel>
          <EmptyState title={t('catalogueFigures.watchEmptyTitle')} text={t('catalogueFigures.watchEmpty')} />
        </Panel>
      )}
      {asked.state === 'ready' && all.length > 0 && (
        <>
          <div className={css.scope}>
            <PartChoice rows={all} value={part} onChange={setPart} name={labName} />
            <p role="status">
              {t('catalogueFigures.watchSummary', {
                n: formatNumber(threatened, language),
                unknown: formatNumber(shown.filter((row) => row.unknown.length > 0).length, language),
              })}
            </p>
          </div>
          <ThreatChoice rows={shown} value={wanted} onChange={setWanted} />
          <Panel label={t('catalogueFigures.watchTitle')}>
            <Acts rows={rows} labName={labName} />
            {rows.length === 0 ? (
              <EmptyState inside title={t('catalogueFigures.watchNoneTitle')} text={t('catalogueFigures.watchNone')} />
            ) : (
              <List key={`${wanted} ${part.lab} ${part.unit} ${part.words}`} rows={rows} labName={labName} />
            )}
          </Panel>
        </>
      )}
    </div>
  )
}

function useLabName(): (id: string) => string {
  const t = useText()
  const labs = useLabs()
  return useMemo(() => {
    const names = new Map(
      (labs ?? []).map((lab) => [lab.id, `${regionName(lab, t)}, ${t('app.labYear', { jilid: lab.jilid, year: lab.year })}`]),
    )
    return (id) => names.get(id) ?? ''
  }, [labs, t])
}

type PartChoiceProps = {
  readonly rows: readonly Watched[]
  readonly value: Part
  readonly onChange: (part: Part) => void
  readonly name: (id: string) => string
}

function PartChoice({ rows, value, onChange, name }: PartChoiceProps) {
  const t = useText()
  const labs = useMemo(() => [...new Set(rows.map((row) => row.lab))], [rows])
  const units = useMemo(() => {
    const some = rows.filter((row) => row.unit !== '' && (value.lab === '' || row.lab === value.lab))
    return [...Map.groupBy(some, (row) => row.unit)].sort(([a], [b]) => a.localeCompare(b, 'id'))
  }, [rows, value.lab])
  return (
    <>
      {labs.length > 1 && (
        <NativeSelect
          label={t('catalogueWords.watchLab')}
          data={[{ value: '', label: t('catalogueFigures.watchAnyLab') }, ...labs.map((lab) => ({ value: lab, label: name(lab) }))]}
          value={value.lab}
          onChange={(event) => onChange({ ...value, lab: event.currentTarget.value, unit: '' })}
        />
      )}
      {units.length > 1 && (
        <NativeSelect
          label={t('catalogueWords.unit')}
          data={[
            { value: '', label: t('catalogueFigures.watchAnyUnit') },
            ...units.map(([unit, of]) => ({ value: unit, label: `${unit} (${of.length})` })),
          ]}
          value={value.unit}
          onChange={(event) => onChange({ ...value, unit: event.currentTarget.value })}
        />
      )}
      {rows.length > 12 && (
        <TextInput
          label={t('catalogueFigures.watchFind')}
          maxLength={120}
          value={value.words}
          onChange={(event) => onChange({ ...value, words: event.currentTarget.value })}
        />
      )}
    </>
  )
}

type ThreatChoiceProps = { readonly rows: readonly Watched[]; readonly value: Wanted; readonly onChange: (wanted: Wanted) => void }

function ThreatChoice({ rows, value, onChange }: ThreatChoiceProps) {
  const t = useText()
  const choices: readonly (readonly [Wanted, string])[] = [
    ['', t('catalogueFigures.watchAll')],
    ...threats.map((threat) => [threat, threatWord(t, threat)] as const),
    ['unknown', t('catalogueFigures.watchUnknownOnly')],
  ]
  return (
    <fieldset className={css.threats} aria-label={t('catalogueFigures.watchFilter')}>
      {choices.map(([wanted, label]) => (
        <button key={wanted} type="button" aria-pressed={wanted === value} onClick={() => onChange(wanted)}>
          {label} <b>{rows.filter((row) => fits(row, wanted)).length}</b>
        </button>
      ))}
    </fieldset>
  )
}

type RowsProps = { readonly rows: readonly Watched[]; readonly labName: (id: string) => string }

function Acts({ rows, labName }: RowsProps) {
  const t = useText()
  const client = useLab()
  const keep = useKeep()
  const words = { t, lab: labName }
  if (rows.length === 0) return null
  return (
    <>
      <div className={css.acts}>
        <ChatText label={t('catalogueFigures.watchCopy')} make={() => watchChat(rows, words)} />
        <KeepMenu
          label={t('catalogueFigures.watchExport')}
          busy={keep.busy}
          onKeep={(format) =>
            keep.run(() => client.table.write({ name: t('catalogueWords.watchFile'), format, sheets: watchTable(rows, words) }))
          }
        />
      </div>
      <KeptNote keep={keep} />
    </>
  )
}

function List({ rows, labName }: RowsProps) {
  const t = useText()
  const language = useLanguage()
  const [count, setCount] = useState(perStep)
  const left = rows.length - count
  return (
    <div className={css.scroll}>
      <table className={`${css.table} ${css.watch}`}>
        <thead>
          <tr>
            <th scope="col">{t('catalogueFigures.watchName')}</th>
            <th scope="col">{t('catalogueWords.watchThreats')}</th>
            <th scope="col">{t('catalogueWords.watchDo')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, count).map((row) => (
            <Row key={`${row.lab}/${row.innovation}`} row={row} lab={labName(row.lab)} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <button type="button" className={css.more} onClick={() => setCount(count + perStep)}>
          {t('catalogueFigures.watchMore', { n: Math.min(left, perStep), left: formatNumber(left, language) })}
        </button>
      )}
    </div>
  )
}

function Row({ row, lab }: { readonly row: Watched; readonly lab: string }) {
  const t = useText()
  // The sustainability canvas answers all but who leads; that is told by a later lab.
  const askTeam = row.unknown.some((threat) => threat !== 'leader_changed')
  return (
    <tr>
      <th scope="row">
        <a href={places.innovation(row.lab, row.innovation)}>{row.name}</a>
        <small>{[row.unit, lab, t(`catalogueWords.st_${row.standing}`)].filter((part) => part !== '').join(' · ')}</small>
      </th>
      <td>
        <div className={css.chips}>
          {row.threats.map((threat) => (
            <StatusChip key={threat} tone="warn">
              {threatWord(t, threat)}
            </StatusChip>
          ))}
        </div>
        {row.unknown.length === threats.length ? (
          <small>{t('catalogueFigures.watchNothing')}</small>
        ) : (
          row.unknown.length > 0 && (
            <small>
              {t('catalogueFigures.watchNot', { list: row.unknown.map((threat) => t(`catalogueWords.q_${threat}`)).join(', ') })}
            </small>
          )
        )}
      </td>
      <td>
        <ul>
          {row.threats.map((threat) => (
            <li key={threat}>{doWord(t, threat)}</li>
          ))}
          {askTeam && <li>{t('catalogueFigures.watchAsk')}</li>}
        </ul>
      </td>
    </tr>
  )
}
