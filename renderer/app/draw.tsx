/** Draws the application once it is known what there is to draw. */
import '../parts/style-nonce.ts'
import '@mantine/core/styles.css'
import './tokens.css'
import './base.css'
import { createRoot } from 'react-dom/client'
import type { OpenDocs } from '../collab/open-docs.ts'
import type { LabDataStore } from '../lab/data.ts'
import { codeOf } from '../lab/refusal.ts'
import { rememberView } from '../lab/remember-view.ts'
import type { Wire } from '../lab/wire.ts'
import { saveStore, waitingIn } from '../state/save-store.ts'
import { App } from './app.tsx'
import { BootTrouble } from './boot-trouble.tsx'
import { fetchMore, pageOf } from './pages.tsx'
import { keepStrayFilesOut } from './stray-files.ts'
import { startText } from './text.ts'

/** What was asked for while this was on its way. */
export type Begun = {
  readonly wire: Wire
  readonly docs: OpenDocs
  readonly data: LabDataStore
  readonly begun: Promise<unknown>
  readonly opened: readonly Promise<void>[]
}

/** So long at most nothing is drawn because more is about to come: one drawing of everything takes less than three of its parts. */
const togetherMs = 400

/** The list of all labs may be long; on the page of one lab it is only for the palette and the menu, and comes after the page. */
const laterMs = 800

export async function draw(place: HTMLElement, { wire, docs, data, begun, opened }: Begun): Promise<void> {
  const root = createRoot(place)
  // A page that cannot be fetched now says so when it is drawn.
  const loaded = pageOf(window.location.hash)().catch(() => undefined)
  startText('id')
  keepStrayFilesOut(window)
  try {
    await begun
  } catch (error) {
    docs.close()
    wire.socket.destroy()
    root.render(<BootTrouble code={codeOf(error)} detail={String(error)} />)
    return
  }
  const { settings, about } = data.getState()
  startText(settings.language)
  saveStore.setState({ readOnly: about?.readOnly ?? false })
  rememberView(data)
  void data.follow(new AbortController().signal)
  window.addEventListener('beforeunload', (event) => {
    if (waitingIn(saveStore.getState()) > 0) event.preventDefault()
  })
  await Promise.race([Promise.all([loaded, ...opened]), new Promise((resolve) => setTimeout(resolve, togetherMs))])
  root.render(<App wire={wire} data={data} docs={docs} />)
  if (data.getState().labs === null) setTimeout(() => void data.loadLabs(), laterMs)
  fetchMore(window)
}
