/** One act at a gate for many innovations: how far it is, what came of it, and the way back. */
import { useRef, useState } from 'react'
import type { GateAnswer, MarkAnswer } from '#shared/api/gate.ts'
import type { StageKey } from '#shared/model/pack.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf, troubleOfFault } from '../../lab/refusal.ts'
import type { LabClient } from '../../lab/wire.ts'
import { notify } from '../../state/notify.ts'

export type Outcome = {
  readonly said: string
  /** Names of innovations whose gate kept them, and of those that could not be written. */
  readonly held: readonly string[]
  readonly failed: readonly { readonly name: string; readonly trouble: Trouble }[]
}
export type ActState =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly of: number; readonly done: number }
  | { readonly state: 'done'; readonly outcome: Outcome }
  | { readonly state: 'failed'; readonly trouble: Trouble }

type Answer = { readonly done: readonly unknown[]; readonly failed: GateAnswer['failed']; readonly held?: readonly string[] }
type Wanted<A extends Answer> = {
  readonly ids: readonly string[]
  readonly work: (client: LabClient) => Promise<A>
  readonly say: (done: number) => string
  readonly undo: (client: LabClient, answer: A) => Promise<unknown>
}

/** @param innovations as they are now: each that is stored while an act runs counts as done */
export function useAct(innovations: readonly InnovationSummary[]) {
  const client = useLab()
  const [now, setNow] = useState<ActState>({ state: 'idle' })
  const before = useRef<ReadonlyMap<string, string>>(new Map())
  const nameOf = (id: string): string => innovations.find((one) => one.id === id)?.name ?? id
  async function run<A extends Answer>({ ids, work, say, undo }: Wanted<A>): Promise<A | null> {
    before.current = new Map(innovations.filter(({ id }) => ids.includes(id)).map(({ id, updatedAt }) => [id, updatedAt]))
    setNow({ state: 'working', of: ids.length, done: 0 })
    try {
      const answer = await work(client)
      const said = say(answer.done.length)
      setNow({
        state: 'done',
        outcome: {
          said,
          held: (answer.held ?? []).map(nameOf),
          failed: answer.failed.map(({ innovation, fault }) => ({ name: nameOf(innovation), trouble: troubleOfFault(fault) })),
        },
      })
      if (answer.done.length > 0)
        notify.undoable(said, () => {
          setNow({ state: 'idle' })
          undo(client, answer).catch((error: unknown) => setNow({ state: 'failed', trouble: troubleOf(error) }))
        })
      return answer
    } catch (error) {
      setNow({ state: 'failed', trouble: troubleOf(error) })
      return null
    }
  }
  const done = innovations.filter(({ id, updatedAt }) => (before.current.get(id) ?? updatedAt) !== updatedAt).length
  const state: ActState = now.state === 'working' ? { ...now, done: Math.min(now.of, done) } : now
  return { state, run, clear: () => setNow({ state: 'idle' }) }
}
export type Act = ReturnType<typeof useAct>

/** The acts of one gate, each with its way back. */
export function useGateActs(act: Act, stage: StageKey, by: string) {
  const { id: lab } = useOpenLab()
  const back = (client: LabClient, { record, done }: GateAnswer) => client.gate.putBack({ lab, stage, record, before: [...done] })
  return {
    /** @param say in words what was done to so many */
    gate: (ids: readonly string[], work: (client: LabClient) => Promise<GateAnswer>, say: (done: number) => string) =>
      act.run({ ids, work, say, undo: back }),
    mark: (ids: readonly string[], what: Parameters<LabClient['gate']['mark']>[0]['mark'], on: boolean, say: (done: number) => string) =>
      act.run<MarkAnswer>({
        ids,
        work: (client) => client.gate.mark({ lab, stage, by, innovations: [...ids], mark: what, on }),
        say,
        undo: (client, { done }) => client.gate.mark({ lab, stage, by, innovations: [...done], mark: what, on: !on }),
      }),
  }
}
export type GateActs = ReturnType<typeof useGateActs>
