/** Excalidraw with the notes of `/notes-<n>.json`; opened with `?make` it turns them into the elements a saved drawing holds. */
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw'
import '@excalidraw/excalidraw/index.css'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const asked = new URLSearchParams(location.search)
const count = asked.get('n')

const paper = { a: '#fae7a3', b: '#cbe5f4', c: '#d3ebc4' }

async function make() {
  const notes = await (await fetch(`/notes-${count}.json`)).json()
  const elements = convertToExcalidrawElements(
    notes.map(({ x, y, w, h, text, zone }) => ({
      type: 'rectangle',
      x,
      y,
      width: w,
      height: h,
      backgroundColor: paper[zone],
      fillStyle: 'solid',
      strokeWidth: 1,
      roughness: 0,
      label: { text, fontSize: 13, fontFamily: 2, textAlign: 'left', verticalAlign: 'top' },
    })),
  )
  window.made = JSON.stringify(elements)
}

async function show() {
  const elements = await (await fetch(`/scene-${count}.json`)).json()
  const drawn = (api) => {
    if (api.getSceneElements().length < elements.length) {
      requestAnimationFrame(() => drawn(api))
      return
    }
    // Two frames later what was painted is on the screen.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.readyAt = performance.now()
        window.board = api
      }),
    )
  }
  createRoot(document.getElementById('root')).render(
    createElement(Excalidraw, {
      initialData: { elements, scrollToContent: false },
      excalidrawAPI: (api) => requestAnimationFrame(() => drawn(api)),
    }),
  )
}

await (asked.has('make') ? make() : show())
