/** The catalogue's thread: takes entries in between answers, a slice at a time, so that the first of them can be found at once. */
import { parentPort } from 'node:worker_threads'
import type { CatalogueEntry } from '#shared/model/catalogue.ts'
import { figuresOf } from '#shared/rules/catalogue-figures.ts'
import { Engine } from './engine.ts'
import { SourceLines } from './lines.ts'
import type { QuestionKind, Questions, Told, ToWorker } from './messages.ts'
import { shareBytes } from './share-file.ts'

/** Longest stretch without listening, milliseconds; an answer waits no longer than this for the taking in. */
const slice = 6
/** Between two words about how far it is. */
const between = 150

const port = parentPort
const tell = (told: Told): void => port?.postMessage(told)

const engine = new Engine()
/** What is to be taken in, in the order in which it came: a change must not overtake what it changes. */
type Job = { readonly left: () => number /** Does one entry's worth; false at the end. */; readonly step: () => boolean }
const jobs: Job[] = []
let coming = false
let working = false
let told = 0

/** While more is coming whose number nobody knows, all is at least one more. */
const progress = (): { ready: number; of: number } => {
  const queued = jobs.reduce((sum, { left }) => sum + left(), 0)
  return { ready: engine.count, of: engine.count + queued + (coming ? 1 : 0) }
}

function putting(entries: readonly CatalogueEntry[]): Job {
  let at = 0
  return {
    left: () => entries.length - at,
    step: () => {
      const entry = entries[at]
      at += 1
      if (entry !== undefined) engine.put(entry)
      return at < entries.length
    },
  }
}

function reading(source: string, bytes: Uint8Array): Job {
  const lines = new SourceLines(source, bytes)
  return {
    left: () => lines.left,
    step: () => {
      const entry = lines.next()
      if (entry) engine.put(entry)
      if (entry !== undefined) return true
      if (lines.damaged.length > 0) tell({ kind: 'damaged', source, lines: lines.damaged })
      return false
    },
  }
}

const once = (work: () => void): Job => ({
  left: () => 0,
  step: () => {
    work()
    return false
  },
})

/** False when nothing is left to do. */
function step(): boolean {
  const [job] = jobs
  if (job !== undefined && !job.step()) jobs.shift()
  return jobs.length > 0
}

function work(): void {
  const until = performance.now() + slice
  let more = true
  while (more && performance.now() < until) more = step()
  const now = performance.now()
  if (!more || now - told > between) {
    told = now
    tell({ kind: 'progress', ...progress() })
  }
  working = more
  if (more) setImmediate(work)
}

function later(job: Job): void {
  jobs.push(job)
  if (working) return
  working = true
  setImmediate(work)
}

const answers: { readonly [K in QuestionKind]: (ask: Questions[K]['ask']) => Questions[K]['answer'] } = {
  search: (query) => {
    const start = performance.now()
    const answer = engine.search(query)
    return { ...answer, ...progress(), took: Math.round((performance.now() - start) * 100) / 100 }
  },
  entries: ({ ids }) => engine.byId(ids),
  similar: (wanted) => engine.similar(wanted),
  known: ({ keys, except }) => engine.known(keys, except),
  figures: (chosen) => figuresOf(engine.matching(chosen), chosen.filters),
  share: ({ about, ...chosen }) => shareBytes(about, engine.matching(chosen)),
  matching: ({ from, count, ...chosen }) => {
    const { total, hits } = engine.search({ ...chosen, sort: 'name', from, count, facets: false })
    return { total, entries: hits.map(({ entry }) => entry) }
  },
}

/** Questions that came while others were being answered; one that is forgotten meanwhile is never worked on. */
const questions: Extract<ToWorker, { kind: 'ask' }>[] = []

function answerNext(): void {
  const question = questions.shift()
  if (question === undefined) return
  try {
    // The kind and what is asked belong together; the type of the message says so.
    const answer = (answers[question.of] as (ask: unknown) => Questions[QuestionKind]['answer'])(question.ask)
    tell({ kind: 'answer', id: question.id, answer })
  } catch (why) {
    tell({ kind: 'failed', id: question.id, message: why instanceof Error ? why.message : String(why) })
  }
}

const dropping = (ids: readonly string[]): Job =>
  once(() => {
    for (const id of ids) engine.drop(id)
  })
const expecting = (more: boolean): Job =>
  once(() => {
    coming = more
  })

function hear(message: ToWorker): void {
  if (message.kind === 'source') later(reading(message.source, message.bytes))
  else if (message.kind === 'put') later(putting(message.entries))
  else if (message.kind === 'drop') later(dropping(message.ids))
  else if (message.kind === 'dropSource') later(once(() => engine.dropSource(message.source)))
  else if (message.kind === 'coming') later(expecting(message.more))
  else if (message.kind === 'ask') {
    questions.push(message)
    // After what has come in already: a newer question may have made this one idle.
    setImmediate(answerNext)
  } else {
    const at = questions.findIndex(({ id }) => id === message.id)
    if (at >= 0) questions.splice(at, 1)
  }
}

port?.on('message', hear)
