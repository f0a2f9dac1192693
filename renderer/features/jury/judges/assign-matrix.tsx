/** Judges across, entries down: who judges what, and who may not. A press declares an interest, or sets a recusal aside with a reason. */
import { IconCheck, IconHandStop } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Entry, Judge } from '#shared/model/jury.ts'
import { type RecusalWhy, recusalsOf } from '#shared/rules/jury-recusal.ts'
import { turnsOf } from '#shared/rules/jury-turns.ts'
import { useText } from '../../../app/text.ts'
import { Panel } from '../../../parts/index.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { entryName } from '../words.ts'
import { withEntryIn } from './edits.ts'
import own from './judges.module.css'
import { RecusalDialog } from './recusal-dialog.tsx'

type Pair = { readonly judge: Judge; readonly entry: Entry; readonly recused: RecusalWhy | null }
const page = 60

export function AssignMatrix({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, readOnly, change } = open
  const [pair, setPair] = useState<Pair | null>(null)
  const [shown, setShown] = useState(page)
  const recusedOf = useMemo(() => recusalsOf(convention), [convention])
  const turns = useMemo(() => turnsOf(convention), [convention])
  const entries = convention.entries.filter((entry) => entry.withdrawn === '')
  // An entry in panels for different stages cannot be told by one name.
  const movable = !readOnly && convention.panels.every((panel) => panel.stages.length === 0)
  return (
    <Panel title={t('jurors.matrix')} note={t('jurors.matrixNote')}>
      <div className={own.matrix}>
        <table>
          <thead>
            <tr>
              <th>{t('jurors.entry')}</th>
              {movable && convention.panels.length > 0 && <th>{t('jurors.panel')}</th>}
              {convention.judges.map((judge) => (
                <th key={judge.id}>{judge.name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.slice(0, shown).map((entry) => {
              const its = new Set([...(turns.get(entry.id)?.values() ?? [])].flat().map((turn) => turn.judge))
              return (
                <tr key={entry.id}>
                  <th scope="row">
                    <span className={css.code}>{entry.code}</span> {entryName(entry)}
                    <br />
                    <small>{entry.unitName}</small>
                  </th>
                  {movable && convention.panels.length > 0 && (
                    <td>
                      <select
                        className={css.select}
                        aria-label={t('jurors.panelOf', { name: entryName(entry) })}
                        value={convention.panels.find((panel) => panel.entries.includes(entry.id))?.id ?? ''}
                        onChange={(event) => {
                          const panel = convention.panels.find(({ id }) => id === event.currentTarget.value)
                          void change(null, withEntryIn(entry.id, panel?.id ?? null))
                        }}
                      >
                        <option value="">–</option>
                        {convention.panels.map(({ id, name }) => (
                          <option key={id} value={id}>
                            {name}
                          </option>
                        ))}
                      </select>
                    </td>
                  )}
                  {convention.judges.map((judge) => (
                    <Cell
                      key={judge.id}
                      pair={{ judge, entry, recused: recusedOf(judge.id, entry.id) }}
                      judges={its.has(judge.id)}
                      readOnly={readOnly}
                      onOpen={setPair}
                    />
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {entries.length > shown && (
        <button type="button" className={css.plain} onClick={() => setShown(shown + page)}>
          {t('jury.showMore', { n: entries.length - shown })}
        </button>
      )}
      <p className={own.legend}>
        <span>✓ {t('jurors.legendJudges')}</span>
        <span>
          <IconHandStop size={14} stroke={1.75} aria-hidden /> {t('jurors.legendRecused')}
        </span>
        <span>· {t('jurors.legendNot')}</span>
      </p>
      {pair && <RecusalDialog open={open} {...pair} close={() => setPair(null)} />}
    </Panel>
  )
}

function Cell(props: { readonly pair: Pair; readonly judges: boolean; readonly readOnly: boolean; readonly onOpen: (pair: Pair) => void }) {
  const t = useText()
  const { pair, judges, readOnly, onOpen } = props
  const { judge, entry, recused } = pair
  const state = recused?.why ?? (judges ? 'judges' : 'not')
  return (
    <td>
      <button
        type="button"
        className={own.cell}
        data-state={state}
        disabled={readOnly}
        aria-label={t('jurors.cell', { judge: judge.name, entry: entryName(entry), state: t(`jurors.state_${state}`) })}
        title={t(`jurors.state_${state}`)}
        onClick={() => onOpen(pair)}
      >
        {recused ? <IconHandStop size={16} stroke={1.75} aria-hidden /> : judges ? <IconCheck size={16} stroke={2} aria-hidden /> : '·'}
      </button>
    </td>
  )
}
