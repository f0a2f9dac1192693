/** The text that tells a WhatsApp group how a session went. */
import type { Person } from '../model/lab.ts'
import type { Note, Session } from '../model/session.ts'
import type { InnovationSummary } from '../model/summary.ts'
import type { Language } from '../model/text.ts'
import { chatText as words } from '../text/chat.ts'
import { say } from '../text/messages.ts'
import { sessionLine } from './chat-lab.ts'
import { type ChatSection, compose, counted, plain } from './chat-parts.ts'
import { formatDay } from './dates.ts'
import { formatNumber } from './numbers.ts'
import { blockRunOf, sessionState } from './session-time.ts'

export type SessionChat = {
  readonly session: Session
  /** As this lab calls the stage of the session. */
  readonly stageLabel: string
  /** All notes of the lab; those of the session are picked here. */
  readonly notes: readonly Note[]
  readonly people: readonly Pick<Person, 'id' | 'unit'>[]
  readonly units: readonly { readonly id: string; readonly name: string; readonly short: string }[]
  readonly innovations: readonly InnovationSummary[]
  /** What a canvas is called, such as `Form Ide Inovasi`. */
  readonly canvasTitle: (id: string) => string
}

/** How a session went: who was there, what the teams finished, decisions, and who does what until when. */
export function sessionText(facts: SessionChat, language: Language): string {
  const { session, stageLabel } = facts
  const state = sessionState(session)
  const own = facts.notes.filter((note) => note.session === session.id && note.text.trim() !== '')
  const decisions = own.filter((note) => note.kind === 'keputusan').map((note) => plain(note.text))
  const followups = own.filter((note) => note.kind === 'tindak_lanjut').map((note) => followupLine(note, facts, language))
  const nothing = decisions.length + followups.length === 0 && state === 'selesai'
  const where = sessionLine({ ...session, title: stageLabel }, language)
  return compose(
    say(words.sessionHead, language, { title: session.title.trim() || say(words.untitled, language) }),
    [
      {
        lines: [
          where,
          state === 'rencana' || state === 'pola' ? say(words.sessionNotBegun, language) : '',
          state === 'berjalan' ? say(words.sessionRuns, language) : '',
          presentLine(facts, language),
        ],
      },
      doneSection(facts, language),
      { head: say(words.decisions, language), items: decisions },
      { head: say(words.followups, language), items: followups },
      nothing ? { lines: [say(words.nothingNoted, language)] } : {},
    ],
    language,
  )
}

function presentLine({ session, people }: SessionChat, language: Language): string {
  const all = Object.entries(session.attendance)
  if (all.length === 0) return ''
  const came = all.filter(([, one]) => one.state === 'hadir')
  const unitOf = new Map<string, string | null>(people.map((person) => [person.id, person.unit]))
  const units = new Set(came.map(([person]) => unitOf.get(person) ?? null).filter((unit) => unit !== null))
  const walkIns = came.filter(([, one]) => one.walkIn).length
  const excused = all.filter(([, one]) => one.state === 'izin').length
  const n = counted('people', came.length, language)
  const line =
    units.size === 0
      ? say(words.present, language, { n })
      : say(words.presentFrom, language, { n, units: counted('unit', units.size, language) })
  const more = [
    excused > 0 ? say(words.excused, language, { n: formatNumber(excused, language) }) : '',
    walkIns > 0 ? say(words.walkIns, language, { n: formatNumber(walkIns, language) }) : '',
  ]
  return [line, ...more].filter((part) => part !== '').join(', ')
}

/** Of every canvas of the agenda how many teams finished it; what was said by hand counts before what the canvas says. */
function doneSection({ session, innovations, canvasTitle }: SessionChat, language: Language): ChatSection {
  const live = innovations.filter((one) => !one.archived)
  const teams = session.teams.length === 0 ? live : live.filter((one) => session.teams.includes(one.id))
  const blocks = session.blocks.filter((block) => block.canvas !== '' && blockRunOf(session.run, block.id).firstAt !== '')
  const canvases = [...new Set(blocks.map((block) => block.canvas))]
  const items = canvases.map((canvas) => {
    const marks = blocks.filter((block) => block.canvas === canvas).map((block) => blockRunOf(session.run, block.id).done)
    const done = teams.filter((team) => {
      const said = marks.map((mark) => mark[team.id]).findLast((one) => one !== undefined)
      return said ?? team.canvases[canvas] === 'selesai'
    })
    const of = counted('team', teams.length, language)
    return say(words.doneLine, language, { what: plain(canvasTitle(canvas)), n: formatNumber(done.length, language), of })
  })
  return teams.length === 0 ? {} : { head: say(words.done, language), items }
}

/** `Lengkapi data dasar (Dinas Pangan, paling lambat 20 April 2026)`. */
function followupLine(note: Note, { units, innovations }: SessionChat, language: Language): string {
  const unit = units.find((one) => one.id === note.unit)
  const innovation = innovations.find((one) => one.id === note.innovation)
  const more = [
    plain(note.who),
    plain(unit?.short.trim() || unit?.name || ''),
    plain(innovation?.name ?? ''),
    note.due === '' ? '' : say(words.until, language, { day: formatDay(note.due, language) }),
    note.doneAt === '' ? '' : say(words.doneAlready, language),
  ].filter((part, at, all) => part !== '' && all.indexOf(part) === at)
  return more.length === 0 ? plain(note.text) : say(words.followup, language, { text: plain(note.text), more: more.join(', ') })
}
