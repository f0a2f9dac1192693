/** The text that tells a WhatsApp group where a lab stands. */
import type { Lab, Milestone } from '../model/lab.ts'
import type { SessionHead } from '../model/session.ts'
import type { InnovationSummary } from '../model/summary.ts'
import type { Language } from '../model/text.ts'
import { chatText as words } from '../text/chat.ts'
import { say } from '../text/messages.ts'
import { type ChatSection, type ChatStage, compose, counted, named, plain } from './chat-parts.ts'
import { formatDay, formatLongDay, formatTime } from './dates.ts'
import { funnel, isThrough, milestonesOf, stageOfMilestone } from './milestones.ts'
import { formatNumber } from './numbers.ts'
import { regionName } from './signature.ts'
import { unitsWithout } from './units-without.ts'

export type LabChat = {
  readonly lab: Lab
  readonly innovations: readonly InnovationSummary[]
  /** The stages of the method in order, as this lab calls them. */
  readonly stages: readonly ChatStage[]
  /** The session that comes next, or none. */
  readonly next: Pick<SessionHead, 'title' | 'date' | 'start' | 'timeZone' | 'place'> | null
  /** ISO day. */
  readonly today: string
}

/** Where the lab stands: counts, units without an innovation, how many came how far, what is late, what comes next. */
export function labText({ lab, innovations, stages, next, today }: LabChat, language: Language): string {
  const live = innovations.filter((one) => !one.archived)
  const at = stages.findIndex(({ key }) => key === lab.stage)
  const here = stages[at]
  const stands = here === undefined ? '' : stageLine()
  return compose(
    say(words.lab, language, { region: regionName(lab, language) }),
    [
      {
        lines: [
          say(words.batch, language, { jilid: lab.jilid, year: lab.year }),
          lab.theme.trim() === '' ? '' : say(words.theme, language, { theme: plain(lab.theme) }),
          stands,
        ],
      },
      { lines: [totals(), withoutLine(lab, live, language)] },
      live.length === 0 ? { lines: [say(words.noInnovation, language)] } : reachedSection(),
      lateSection(),
      next === null ? {} : { head: say(words.nextSession, language), lines: [sessionLine(next, language)] },
    ],
    language,
  )

  function stageLine(): string {
    const values = { day: formatDay(today, language), stage: plain(here?.label ?? ''), n: at + 1, of: stages.length }
    return say(words.labStands, language, values)
  }
  function totals(): string {
    const parts = [
      counted('unit', lab.units.length, language),
      counted('people', lab.people.length, language),
      counted('innovation', live.length, language),
    ]
    return parts.join(', ')
  }
  function reachedSection(): ChatSection {
    const items = funnel(live, defsOf(stages)).map(
      ({ milestone, innovations: all }) => `${milestoneName(milestone, stages, language)}: ${formatNumber(all.length, language)}`,
    )
    return { head: say(words.reached, language), items }
  }
  function lateSection(): ChatSection {
    const items = milestonesOf(defsOf(stages)).flatMap((milestone) => {
      const day = lab.deadlines[milestone] ?? ''
      if (day === '' || day >= today) return []
      const late = live.filter((one) => !isThrough(one, milestone, defsOf(stages)))
      if (late.length === 0) return []
      const values = { what: milestoneName(milestone, stages, language), day: formatDay(day, language) }
      return [say(words.lateLine, language, { ...values, n: counted('innovation', late.length, language) })]
    })
    return { head: say(words.late, language), items }
  }
}

const defsOf = (stages: readonly ChatStage[]) => stages.map(({ def }) => def)

/** `Design`; of the two parts of Deliver `Deliver, diluncurkan` and `Deliver, dipantau`. */
export function milestoneName(milestone: Milestone, stages: readonly ChatStage[], language: Language): string {
  const key = stageOfMilestone(milestone)
  const stage = plain(stages.find((one) => one.key === key)?.label ?? key)
  if (milestone === 'launching' || milestone === 'monitoring') return say(words[milestone], language, { stage })
  return stage
}

function withoutLine(lab: Lab, live: readonly InnovationSummary[], language: Language): string {
  const without = unitsWithout(lab.units, live)
  if (without.length === 0) return ''
  const names = named(
    without.map((unit) => unit.short.trim() || unit.name),
    language,
  )
  return `${counted('without', without.length, language)}: ${names}`
}

/** `Diagnose hari 1, Selasa, 14 April 2026, 08.30 WIB, Balai Kota`. */
export function sessionLine(head: Pick<SessionHead, 'title' | 'date' | 'start' | 'timeZone' | 'place'>, language: Language): string {
  const parts = [
    plain(head.title) || say(words.untitled, language),
    head.date === '' ? '' : formatLongDay(head.date, language),
    head.start === '' ? '' : formatTime(head.start, language, head.timeZone),
    plain(head.place),
  ]
  return parts.filter((part) => part !== '').join(', ')
}
