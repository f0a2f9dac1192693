/** By when every innovation should have come through each stage. The region sets the days; no source does (domain.md 1.3). */
import { TextInput } from '@mantine/core'
import { snapshotLab, writeLabFacts } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Milestone } from '#shared/model/lab.ts'
import { dayOf } from '#shared/rules/dates.ts'
import { milestonesOf } from '#shared/rules/milestones.ts'
import { useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { useMilestoneName } from '../../lab/milestone-name.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import css from './settings.module.css'

export function Deadlines() {
  const t = useText()
  const nameOf = useMilestoneName()
  const { lab, stages } = useOpenLab()
  const columns = milestonesOf(stages.map(({ key }) => ({ key })))
  const days = columns.flatMap((key) => lab.deadlines[key] ?? [])
  const disordered = days.some((day, at) => at > 0 && day < (days[at - 1] ?? ''))
  return (
    <Panel title={t('gates.deadlines')}>
      <p className={css.soft}>{t('gates.deadlinesText')}</p>
      <div className={css.pair}>
        {columns.map((milestone) => (
          <Deadline key={milestone} milestone={milestone} label={nameOf(milestone)} />
        ))}
      </div>
      {disordered ? (
        <p className={css.quiet} role="status">
          {t('gates.deadlinesDisordered')}
        </p>
      ) : null}
    </Panel>
  )
}

function Deadline({ milestone, label }: { readonly milestone: Milestone; readonly label: string }) {
  const { id, doc, lab, readOnly } = useOpenLab()
  const draft = useDraft(lab.deadlines[milestone] ?? '', (day) => {
    if (day !== '' && dayOf(day) === null) return
    // As it is in the document at that moment: another may have set another stage's day meanwhile.
    const { [milestone]: _was, ...others } = snapshotLab(doc, id).deadlines
    writeLabFacts(doc, { deadlines: day === '' ? others : { ...others, [milestone]: day } }, byPerson)
  })
  return <TextInput label={label} type="date" disabled={readOnly} {...draft} />
}
