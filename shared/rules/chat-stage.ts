/** The text that tells a WhatsApp group where one stage of a lab stands. */
import type { Lab, Milestone } from '../model/lab.ts'
import type { InnovationSummary } from '../model/summary.ts'
import type { Language } from '../model/text.ts'
import { chatText as words } from '../text/chat.ts'
import { say } from '../text/messages.ts'
import { type ChatSection, type ChatStage, compose, counted, plain } from './chat-parts.ts'
import { daysBetween, formatDay } from './dates.ts'
import { factsOfSummary, gateState } from './gates.ts'
import { isThrough } from './milestones.ts'
import { formatNumber } from './numbers.ts'
import { regionName } from './signature.ts'

export type StageChat = {
  readonly lab: Lab
  readonly stage: ChatStage
  /** The stages of the method in order, as this lab calls them. */
  readonly stages: readonly ChatStage[]
  readonly innovations: readonly InnovationSummary[]
  /** What a canvas is called, such as `Form Ide Inovasi`. */
  readonly canvasTitle: (id: string) => string
  /** ISO day. */
  readonly today: string
}

/** Where a stage stands: how many are here and past it, who is ready, what is missing, its canvases and its deadline. */
export function stageText(facts: StageChat, language: Language): string {
  const { lab, stage, innovations, today } = facts
  const live = innovations.filter((one) => !one.archived)
  const title = say(words.stageHead, language, { stage: stage.label, region: regionName(lab, language) })
  const head: ChatSection = { lines: [say(words.asOf, language, { day: formatDay(today, language) }), ...deadlineLines(facts, language)] }
  if (live.length === 0) return compose(title, [head, { lines: [say(words.noInnovation, language)] }], language)
  return compose(
    title,
    [head, { lines: countLines(facts, live, language) }, lacking(facts, live, language), canvases(facts, live, language)],
    language,
  )
}

function deadlineLines({ lab, stage, today }: StageChat, language: Language): readonly string[] {
  const milestones: readonly Milestone[] = stage.key === 'deliver' ? ['launching', 'monitoring'] : [stage.key]
  return milestones.flatMap((milestone) => {
    const due = lab.deadlines[milestone] ?? ''
    const days = daysBetween(today, due)
    if (days === null) return []
    const far =
      days === 0
        ? say(words.dayIsToday, language)
        : say(days > 0 ? words.daysLeft : words.daysPast, language, { days: counted('day', Math.abs(days), language) })
    const day = `${formatDay(due, language)} (${far})`
    if (milestone === stage.key) return [say(words.deadline, language, { day })]
    return [say(words.deadlineOf, language, { what: say(milestone === 'launching' ? words.launchWord : words.monitorWord, language), day })]
  })
}

function countLines({ lab, stage, stages }: StageChat, live: readonly InnovationSummary[], language: Language): readonly string[] {
  const defs = stages.map(({ def }) => def)
  const n = (all: readonly unknown[]) => formatNumber(all.length, language)
  const here = live.filter((one) => one.stage === stage.key)
  const at = defs.findIndex(({ key }) => key === stage.key)
  const past = live.filter((one) => defs.findIndex(({ key }) => key === one.stage) > at)
  const lines = [
    say(words.stageHere, language, { n: counted('innovation', here.length, language) }),
    at === defs.length - 1 ? '' : say(words.stagePast, language, { n: n(past) }),
  ]
  if (stage.key === 'deliver') {
    const reached = [...here, ...past]
    lines.push(
      say(words.launched, language, { n: n(reached.filter((one) => isThrough(one, 'launching', defs))), of: n(reached) }),
      say(words.monitored, language, { n: n(reached.filter((one) => isThrough(one, 'monitoring', defs))), of: n(reached) }),
    )
  }
  if (here.length === 0) return lines
  const states = here.map((one) => gateState(stage.def, factsOfSummary(one), lab))
  const ready = states.filter((state) => state.passable)
  const lacking = formatNumber(here.length - ready.length, language)
  const next = stages.find(({ key }) => key === stage.def.gate.opens)
  lines.push(
    next === undefined
      ? say(words.stageReadyEnd, language, { n: n(ready) })
      : say(words.stageReady, language, { stage: plain(next.label), n: n(ready) }),
    stage.def.gate.kind === 'approval'
      ? say(words.waitsApproval, language, { leader: plain(lab.leader.title) || say(words.leader, language), n: lacking })
      : say(words.stageLacking, language, { n: lacking }),
  )
  return lines
}

/** The lines of the gate that most innovations at this stage still lack, each with how many. */
function lacking({ lab, stage }: StageChat, live: readonly InnovationSummary[], language: Language): ChatSection {
  const here = live.filter((one) => one.stage === stage.key)
  const states = here.map((one) => gateState(stage.def, factsOfSummary(one), lab)).filter((state) => !state.passable)
  const items = stage.def.gate.items
    .map((item) => ({ item, n: states.filter((state) => state.missing.includes(item.key)).length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ item, n }) => `${plain(item.label[language])}: ${counted('innovation', n, language)}`)
  return { head: say(words.lacking, language), items }
}

function canvases({ stage, canvasTitle }: StageChat, live: readonly InnovationSummary[], language: Language): ChatSection {
  const of = formatNumber(live.length, language)
  const items = stage.def.canvases
    .map((id) => ({ id, n: live.filter((one) => one.canvases[id] === 'selesai').length }))
    .filter(({ n }) => n > 0)
    .sort((a, b) => b.n - a.n)
    .map(({ id, n }) => say(words.doneLine, language, { what: plain(canvasTitle(id)), n: formatNumber(n, language), of }))
  return { head: say(words.canvases, language), items }
}
