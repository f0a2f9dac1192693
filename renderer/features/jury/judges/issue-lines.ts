import { useMemo } from 'react'
import type { Convention } from '#shared/model/jury.ts'
import { type AssignmentIssue, assignmentIssues } from '#shared/rules/jury-assign.ts'
import { useText } from '../../../app/text.ts'
import { entryName } from '../words.ts'

export type IssueLine = { readonly key: string; readonly text: string; readonly names: string }

/** So many names are said; of the rest only how many. */
const named = 6
const kinds = ['entryWithoutPanel', 'fewJudges', 'panelWithoutJudges', 'judgeWithoutEntries'] as const

/** One line for each kind of trouble; none while there is nothing to assign yet. */
export function useIssueLines(convention: Convention): readonly IssueLine[] {
  const t = useText()
  return useMemo(() => {
    const issues = assignmentIssues(convention)
    return kinds.flatMap((kind): readonly IssueLine[] => {
      const its = issues.filter(({ issue }) => issue === kind)
      const names = [...new Set(its.map((issue) => nameOf(convention, issue)))]
      if (names.length === 0) return []
      const more = names.length > named ? t('jurors.andMore', { n: names.length - named }) : ''
      return [{ key: kind, text: t(`jurors.issue_${kind}`, { n: names.length }), names: `${names.slice(0, named).join(', ')}${more}` }]
    })
  }, [convention, t])
}

function nameOf({ entries, judges, panels }: Convention, issue: AssignmentIssue): string {
  if (issue.issue === 'panelWithoutJudges') return panels.find(({ id }) => id === issue.panel)?.name ?? ''
  if (issue.issue === 'judgeWithoutEntries') return judges.find(({ id }) => id === issue.judge)?.name ?? ''
  const entry = entries.find(({ id }) => id === issue.entry)
  return entry === undefined ? '' : entryName(entry)
}
