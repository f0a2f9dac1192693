/** The window for the hall: one at a time, on the display where the facilitator does not work. */
import { type BrowserWindow, type Rectangle, screen } from 'electron'
import { hallPlace } from './hall-place.ts'

type ProjectorParts = {
  readonly main: () => BrowserWindow | null
  /** Makes a hidden window of ours there. */
  readonly make: (place: Rectangle & { readonly fullscreen: boolean }) => BrowserWindow
  readonly load: (window: BrowserWindow, lab: string) => Promise<void>
}

/** Shows the hall's page of a lab; the window that is open already takes over the other lab. */
export function makeProjector({ main, make, load }: ProjectorParts): (lab: string) => Promise<void> {
  let open: { readonly window: BrowserWindow; lab: string; readonly fullscreen: boolean } | null = null

  const begin = (lab: string) => {
    const primary = screen.getPrimaryDisplay()
    const displays = [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)]
    const { bounds, fullscreen } = hallPlace(
      displays.map((display) => display.bounds),
      main()?.getBounds() ?? null,
    )
    const window = make({ ...bounds, fullscreen })
    const mine = { window, lab, fullscreen }
    open = mine
    // The main process hears the key even when the page does not answer.
    window.webContents.on('before-input-event', (event, { type, key }) => {
      if (type !== 'keyDown' || key !== 'Escape') return
      event.preventDefault()
      window.close()
    })
    window.once('ready-to-show', () => bringOut(mine))
    window.on('closed', () => {
      if (open === mine) open = null
    })
    // Nobody can reach it once the window it was opened from is gone.
    main()?.once('closed', () => {
      if (!window.isDestroyed()) window.close()
    })
    return mine
  }

  return async (lab) => {
    if (open !== null && open.lab === lab) return bringOut(open)
    if (open !== null) {
      open.lab = lab
      bringOut(open)
    } else begin(lab)
    if (open !== null) await load(open.window, lab)
  }
}

/** On a display of its own it leaves the keyboard to the facilitator. */
function bringOut({ window, fullscreen }: { readonly window: BrowserWindow; readonly fullscreen: boolean }): void {
  if (window.isMinimized()) window.restore()
  if (fullscreen) window.showInactive()
  else {
    window.show()
    window.focus()
  }
}
