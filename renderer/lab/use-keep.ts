/** Keeping a file of the app's own in the output folder, and getting at it. */
import { useState } from 'react'
import type { KeptFile } from '#shared/api/keeping.ts'
import { saveAs } from '../state/save-as.ts'
import { useAbout, useLab } from './lab-context.tsx'
import { type Trouble, troubleOf } from './refusal.ts'

export type FileWays = {
  /** Undefined where there is no file manager to show it in. */
  readonly reveal: (() => void) | undefined
  /** Undefined in the desktop window, whose files are where they belong already. */
  readonly fetch: (() => void) | undefined
  /** Of the last way that was tried. */
  readonly trouble: Trouble | null
}

/** Ways to a file that lies in the output folder. */
export function useFileWays({ file, name }: Pick<KeptFile, 'file' | 'name'>): FileWays {
  const client = useLab()
  const about = useAbout()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const attempt = (work: () => Promise<unknown>): void => {
    setTrouble(null)
    work().catch((error: unknown) => setTrouble(troubleOf(error)))
  }
  const fetchIt = async (): Promise<void> => {
    const found = await client.document.file({ file })
    saveAs(new Blob([await found.arrayBuffer()], { type: found.type }), name)
  }
  return {
    reveal: about?.canReveal ? () => attempt(() => client.document.reveal({ file })) : undefined,
    fetch: about?.door === 'browser' ? () => attempt(fetchIt) : undefined,
    trouble,
  }
}

export type Keep = {
  readonly busy: boolean
  readonly kept: KeptFile | null
  readonly trouble: Trouble | null
  /** Writes one file; what was kept before is not spoken of any more. */
  readonly run: (work: () => Promise<KeptFile>) => void
  readonly forget: () => void
}

type State = Omit<Keep, 'run' | 'forget'>
const nothing: State = { busy: false, kept: null, trouble: null }

/** Shown by `KeptNote`. */
export function useKeep(): Keep {
  const [state, setState] = useState(nothing)
  const write = async (work: () => Promise<KeptFile>): Promise<void> => {
    setState({ ...nothing, busy: true })
    try {
      setState({ ...nothing, kept: await work() })
    } catch (error) {
      setState({ ...nothing, trouble: troubleOf(error) })
    }
  }
  return { ...state, run: (work) => void write(work), forget: () => setState(nothing) }
}
