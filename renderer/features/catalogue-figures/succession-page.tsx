/** Which innovations hang on one person, or stand without procedure, regulation or budget: a list somebody can act on (domain.md 6.6). */
import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { type Threat, threats, type Watched } from '#shared/api/catalogue.ts'
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

const fits = (row: Watched, wanted: Wanted, lab: string): boolean =>
  (lab === '' || row.lab === lab) && (wanted === '' || (wanted === 'unknown' ? row.unknown.length > 0 : row.threats.includes(wanted)))

export function SuccessionPage() {
  const t = useText()
  const language = useLanguage()
  usePageTitle(t('catalogueFigures.watchTitle'))
  const asked = useWatch()
  const all = asked.state === 'ready' ? asked.value : []
  const [wanted, setWanted] = useState<Wanted>('')
  const [lab, setLab] = useState('')
  const rows = useMemo(() => all.filter((row) => fits(row, wanted, lab)), [all, wanted, lab])
  const labName = useLabName()
  const inLab = all.filter((row) => lab === '' || row.lab === lab)
  const threatened = inLab.filter((row) => row.threats.length > 0).length
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
            <LabChoice rows={all} value={lab} onChange={setLab} name={labName} />
            <p role="status">
              {t('catalogueFigures.watchSummary', {
                n: formatNumber(threatened, language),
                unknown: formatNumber(inLab.filter((row) => row.unknown.length > 0).length, language),
              })}
            </p>
          </div>
          <ThreatChoice rows={inLab} value={wanted} onChange={setWanted} />
          <Panel label={t('catalogueFigures.watchTitle')}>
            <Acts rows={rows} labName={labName} />
            {rows.length === 0 ? (
              <EmptyState inside title={t('catalogueFigures.watchNoneTitle')} text={t('catalogueFigures.watchNone')} />
            ) : (
              <List key={`${wanted}${lab}`} rows={rows} labName={labName} />
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

type LabChoiceProps = {
  readonly rows: readonly Watched[]
  readonly value: string
  readonly onChange: (lab: string) => void
  readonly name: (id: string) => string
}

function LabChoice({ rows, value, onChange, name }: LabChoiceProps) {
  const t = useText()
  const labs = [...new Set(rows.map((row) => row.lab))]
  return (
    <NativeSelect
      label={t('catalogueWords.watchLab')}
      data={[{ value: '', label: t('catalogueFigures.watchAnyLab') }, ...labs.map((lab) => ({ value: lab, label: name(lab) }))]}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
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
          {label} <b>{rows.filter((row) => fits(row, wanted, '')).length}</b>
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
          {t('catalogueFigures.watchMore', { n: Math.min(left, perStep) })}
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
        {row.unknown.length > 0 && (
          <small>{t('catalogueFigures.watchNot', { list: row.unknown.map((threat) => t(`catalogueWords.q_${threat}`)).join(', ') })}</small>
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
