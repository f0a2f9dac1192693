/** Takes innovations into a jilid, telling how far it is. */
import { useState } from 'react'
import type { CarryStep } from '#shared/api/jilid.ts'
import { useLab, useLabData } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import type { LabClient } from '../../lab/wire.ts'

export type CarryState =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly done: number; readonly of: number }
  | { readonly state: 'done'; readonly step: Extract<CarryStep, { state: 'done' }> }
  | { readonly state: 'failed'; readonly trouble: Trouble }

export function useCarry() {
  const client = useLab()
  const data = useLabData()
  const [now, setNow] = useState<CarryState>({ state: 'idle' })
  const run = async (begin: (client: LabClient) => Promise<AsyncIterable<CarryStep>>) => {
    setNow({ state: 'working', done: 0, of: 0 })
    try {
      for await (const step of await begin(client)) setNow(step.state === 'done' ? { state: 'done', step } : step)
      await data.loadLabs()
    } catch (error) {
      setNow({ state: 'failed', trouble: troubleOf(error) })
    }
  }
  return { now, run: (begin: (client: LabClient) => Promise<AsyncIterable<CarryStep>>) => void run(begin) }
}
