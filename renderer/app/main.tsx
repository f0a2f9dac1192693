import '../parts/style-nonce.ts'
import '@mantine/core/styles.css'
import './tokens.css'
import './base.css'
import { createRoot } from 'react-dom/client'
import { openDocs } from '../collab/open-docs.ts'
import { createLabData } from '../lab/data.ts'
import { codeOf } from '../lab/refusal.ts'
import { rememberView } from '../lab/remember-view.ts'
import { openWire } from '../lab/wire.ts'
import { saveStore, waitingIn } from '../state/save-store.ts'
import { App } from './app.tsx'
import { BootTrouble } from './boot-trouble.tsx'
import { keepStrayFilesOut } from './stray-files.ts'
import { startText } from './text.ts'

const place = document.getElementById('root')
if (place) void start(place)

async function start(place: HTMLElement): Promise<void> {
  const root = createRoot(place)
  startText('id')
  keepStrayFilesOut(window)
  const wire = await openWire(window)
  const data = createLabData(wire.client)
  try {
    await data.begin()
  } catch (error) {
    wire.socket.destroy()
    root.render(<BootTrouble code={codeOf(error)} detail={String(error)} />)
    return
  }
  const { settings, about } = data.getState()
  startText(settings.language)
  saveStore.setState({ readOnly: about?.readOnly ?? false })
  rememberView(data)
  const docs = openDocs(wire)
  void data.follow(new AbortController().signal)
  window.addEventListener('beforeunload', (event) => {
    if (waitingIn(saveStore.getState()) > 0) event.preventDefault()
  })
  root.render(<App wire={wire} data={data} docs={docs} />)
}
