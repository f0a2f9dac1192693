/** Keeping a file of the app's own in the output folder, and getting at it. */
import { useState } from 'react'
import type { KeptFile } from '#shared/api/keeping.ts'
import { useAbout, useLab } from '../../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../../lab/refusal.ts'

export type Keep = {
  readonly busy: boolean
  readonly kept: KeptFile | null
  readonly trouble: Trouble | null
  readonly run: (work: () => Promise<KeptFile>) => void
  /** Undefined where there is no file manager to show it in. */
  readonly reveal: (() => void) | undefined
  /** Undefined in the desktop window, whose files are where they belong already. */
  readonly fetch: (() => void) | undefined
}

export function useKeep(): Keep {
  const client = useLab()
  const about = useAbout()
  const [busy, setBusy] = useState(false)
  const [kept, setKept] = useState<KeptFile | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const attempt = async (work: () => Promise<void>) => {
    setTrouble(null)
    setBusy(true)
    await work().catch((error: unknown) => setTrouble(troubleOf(error)))
    setBusy(false)
  }
  const run = (work: () => Promise<KeptFile>) =>
    void attempt(async () => {
      setKept(null)
      setKept(await work())
    })
  const reveal = () => void attempt(async () => void (await client.document.reveal({ file: kept?.file ?? '' })))
  const fetchIt = () =>
    void attempt(async () => {
      const found = await client.document.file({ file: kept?.file ?? '' })
      download(new Blob([await found.arrayBuffer()], { type: found.type }), kept?.name ?? '')
    })
  return { busy, kept, trouble, run, reveal: about?.canReveal ? reveal : undefined, fetch: about?.door === 'browser' ? fetchIt : undefined }
}

/** Hands a file to the browser's own downloads. */
function download(file: Blob, name: string): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken hold of the file once the click is through.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
