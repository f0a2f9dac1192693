/** The jury: who sits in it, in which panels, who does not judge what and why, and who signs. */
import type { Signatory } from '#shared/model/outline.ts'
import { isRecused } from '#shared/rules/jury-recusal.ts'
import { signaturePlace } from '#shared/rules/signature.ts'
import { juryPaperWords as own } from '#shared/text/jury-paper-words.ts'
import { muted, para } from '../blocks.ts'
import type { UnitBuild } from '../facts.ts'
import { entryOf, judgeOf, listed } from '../judging.ts'
import type { Build, Judging } from '../source.ts'
import { below, codedName, middle, momentText, withConvention } from './convention-base.ts'
import { tableOf } from './lab-base.ts'
import type { Piece } from './pieces.ts'

/** The chair first, the others in their order. */
const inOrder = ({ convention: { judges, chair } }: Judging) => [...judges].sort((a, b) => Number(b.id === chair) - Number(a.id === chair))

export const conventionJudges: Piece = withConvention((judging, build) => {
  const { tell } = build
  const { chair, panels } = judging.convention
  if (judging.convention.judges.length === 0) return [muted(tell(own.noJudges))]
  const rows = inOrder(judging).map((judge, at) => [
    middle(String(at + 1)),
    judge.name,
    judge.position,
    judge.institution,
    panels
      .filter(({ judges }) => judges.includes(judge.id))
      .map(({ name }) => name)
      .join(', ') || '-',
    tell(judge.id === chair ? own.chair : own.member),
  ])
  const columns = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.judge), width: 3 },
    { head: tell(own.position), width: 2.6 },
    { head: tell(own.institution), width: 2.6 },
    { head: tell(own.panel), width: 1.4 },
    { head: tell(own.role), width: 1.3 },
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.altJudges) }), below]
})

export const panels: Piece = withConvention((judging, build) => {
  const { tell, language } = build
  const { convention } = judging
  if (convention.panels.length === 0) return [muted(tell(own.noPanels))]
  const rows = convention.panels.map(({ name, judges, stages, entries }, at) => [
    middle(String(at + 1)),
    name,
    judges.map((id) => judgeOf(judging, id)?.name ?? '').join('\n'),
    stages.length === 0
      ? tell(own.allStages)
      : convention.stages
          .filter(({ key }) => stages.includes(key))
          .map(({ title }) => title[language])
          .join(', '),
    middle(String(entries.length)),
  ])
  const columns = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.panel), width: 2 },
    { head: tell(own.judges), width: 3.6 },
    { head: tell(own.stages), width: 2.4 },
    { head: tell(own.entriesCount), width: 1.4 },
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.altPanels) }), below]
})

type Away = { readonly judge: string; readonly entry: string; readonly reason: string; readonly lifted: string }

/** Of the same unit, and declared; each with why it was set aside where it was. */
function awayOf(judging: Judging, build: Build): readonly Away[] {
  const { convention } = judging
  const { tell } = build
  const pairs = new Map<string, Away>()
  const add = (judge: string, entry: string, reason: string): void => {
    const found = [judgeOf(judging, judge), entryOf(judging, entry)] as const
    if (found[0] === undefined || found[1] === undefined) return
    const lift = convention.lifts.findLast((one) => one.judge === judge && one.entry === entry)
    const holds = isRecused(convention, found[0].id, found[1].id) !== null
    const lifted = lift === undefined || holds ? '' : tell(own.lifted, { reason: lift.reason, by: lift.by, at: momentText(lift.at, build) })
    pairs.set(`${judge}/${entry}`, { judge: found[0].name, entry: codedName(found[1]), reason, lifted })
  }
  for (const panel of convention.panels)
    for (const id of panel.judges) {
      const unit = judgeOf(judging, id)?.unit ?? null
      for (const entry of panel.entries)
        if (unit !== null && entryOf(judging, entry)?.unit === unit) add(id, entry, tell(own.recusalSameUnit))
    }
  for (const { judge, entry, reason } of convention.recusals) add(judge, entry, reason)
  return [...pairs.values()]
}

export const recusals: Piece = withConvention((judging, build) => {
  const { tell } = build
  const rows = awayOf(judging, build).map(({ judge, entry, reason, lifted }, at) => [
    middle(String(at + 1)),
    judge,
    entry,
    reason,
    lifted || tell(own.notLifted),
  ])
  if (rows.length === 0) return [para(tell(own.noRecusals))]
  const columns = [
    { head: tell(own.number), width: 0.6 },
    { head: tell(own.judge), width: 2.6 },
    { head: tell(own.entry), width: 2.6 },
    { head: tell(own.recusalReason), width: 2.8 },
    { head: tell(own.recusalLifted), width: 2.6 },
  ]
  return [tableOf(build, columns, rows, { alt: tell(own.altRecusals) }), below]
})

/** A line for each judge, the chair first. */
export const signers: Piece = withConvention((judging, build) => {
  const { lab, language, tell, date } = build
  const { convention } = judging
  if (convention.judges.length === 0) return [muted(tell(own.noJudges))]
  const columns = inOrder(judging).map(
    ({ id, name }): Signatory => ({ position: tell(id === convention.chair ? own.signerChair : own.signerMember), name }),
  )
  return [
    para(signaturePlace(lab, date || convention.date, language), { align: 'right', keepNext: true }),
    { b: 'signature', place: '', columns, layout: 'table' },
  ]
})

/** Of a sheet that is printed for nobody, dots to write the name on. */
export const judgeSigner: Piece = withConvention((_, build: UnitBuild) => {
  const { lab, language, tell, date, judge } = build
  return [
    {
      b: 'signature',
      place: signaturePlace(lab, date, language),
      columns: [{ position: tell(own.judge), name: judge?.name ?? '' }],
      layout: 'columns',
      tte: lab.naskah.tteBox,
    },
  ]
})

export const namesOf = (judging: Judging, ids: readonly string[], build: Build): string =>
  listed(ids.flatMap((id) => entryOf(judging, id) ?? []).map(codedName), build)
