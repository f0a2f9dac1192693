/** Saving a part of a pack, its way back, and what the lab finds wrong with it. */
import { ORPCError } from '@orpc/client'
import { useCallback, useState } from 'react'
import { type RefusedPack, refusals } from '#shared/api/contract.ts'
import type { PackPart } from '#shared/api/pack-files.ts'
import { useText } from '../../app/text.ts'
import type { LabData } from '../../lab/data.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { notify } from '../../state/notify.ts'
import { draftKey, putDraft, reopenDraft, settleDraft } from './drafts.ts'
import { withoutBlankLines } from './lines.ts'

type State = {
  readonly busy: boolean
  readonly trouble: Trouble | null
  /** What does not fit, by place. */
  readonly findings: readonly RefusedPack[]
}
export type Saving = State & {
  /** @param before the part as it stands in the pack, of `version` */
  readonly save: (part: PackPart, before: PackPart, title: string, version: number) => void
  /** A place was changed: what was said about it no longer holds. */
  readonly touched: (path: string) => void
}

const calm: State = { busy: false, trouble: null, findings: [] }

/** Saves a part; the way back is the part as it was, and the change is then unsaved again. */
export function useSaving(): Saving {
  const t = useText()
  const client = useLab()
  const [state, setState] = useState<State>(calm)
  const save = useCallback(
    (part: PackPart, before: PackPart, title: string, version: number) => {
      const key = draftKey(part)
      const tidy = { ...part, def: withoutBlankLines(part.def) } as PackPart // the definition of the same part
      const attempt = async (what: PackPart, from: number, then: () => void): Promise<void> => {
        setState({ ...calm, busy: true })
        try {
          await client.packs.write({ part: what, from })
          then()
          setState(calm)
        } catch (error) {
          const findings = findingsOf(error)
          setState({ busy: false, trouble: findings.length > 0 ? null : troubleOf(error), findings })
        }
      }
      putDraft(key, { def: tidy.def, base: before.def })
      void attempt(tidy, version, () => {
        settleDraft(key, tidy.def)
        notify.undoable(
          t('guides.saved', { title, version: version + 1 }),
          () => void attempt(before, version + 1, () => reopenDraft(key, tidy.def, before.def)),
        )
      })
    },
    [client, t],
  )
  const touched = useCallback((path: string) => {
    setState((now) => {
      const findings = now.findings.filter(
        (one) => one.path !== path && !one.path.startsWith(`${path}.`) && !one.path.startsWith(`${path}[`),
      )
      return findings.length === now.findings.length ? now : { ...now, findings }
    })
  }, [])
  return { ...state, save, touched }
}

/** What the lab finds wrong with a pack; empty when the call failed for another reason. */
export function findingsOf(error: unknown): readonly RefusedPack[] {
  if (!(error instanceof ORPCError) || error.code !== 'PACK_UNFIT') return []
  const read = refusals.PACK_UNFIT.data.safeParse(error.data)
  return read.success ? read.data.refused : []
}

/** Waits until this window knows the pack as well; goes on after three seconds, when the page says itself what it lacks. */
export function arrived(
  data: { getState(): LabData; subscribe(listen: (state: LabData) => void): () => void },
  pack: string,
): Promise<void> {
  const there = ({ packs }: LabData): boolean => packs.some(({ head }) => head.id === pack)
  if (there(data.getState())) return Promise.resolve()
  return new Promise((resolve) => {
    const done = () => {
      stop()
      clearTimeout(timer)
      resolve()
    }
    const stop = data.subscribe((state) => there(state) && done())
    const timer = setTimeout(done, 3000)
  })
}
