/** Juri: who judges, in which panel, what, and who is recused. */
import { useMemo } from 'react'
import { assignedTo } from '#shared/rules/jury-recusal.ts'
import { useText } from '../../../app/text.ts'
import { EmptyState, Panel } from '../../../parts/index.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { AddJudges } from './add-judges.tsx'
import { AssignMatrix } from './assign-matrix.tsx'
import { Issues } from './issues.tsx'
import { JudgeList } from './judge-list.tsx'
import { Panels } from './panels.tsx'
import { Recusals } from './recusals.tsx'

export function JudgesTab({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, readOnly } = open
  const work = useMemo(
    () => new Map<string, number>(convention.judges.map(({ id }) => [id, assignedTo(convention, id).length])),
    [convention],
  )
  return (
    <div className={css.stack}>
      <div className={css.columns}>
        <div className={css.stack}>
          <Panel title={t('jurors.judges')} note={t('jurors.judgesNote', { n: convention.judges.length })}>
            {convention.judges.length === 0 ? <EmptyState inside text={t('jurors.judgesEmpty')} /> : <JudgeList open={open} work={work} />}
          </Panel>
          <Panels open={open} work={work} />
        </div>
        <div className={css.stack}>
          {!readOnly && <AddJudges open={open} />}
          <Issues open={open} />
        </div>
      </div>
      {convention.judges.length > 0 && convention.entries.length > 0 && <AssignMatrix open={open} />}
      <Recusals open={open} />
    </div>
  )
}
