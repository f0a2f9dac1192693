/** What an address of the app's own scheme asks for. Pure, so that hostile addresses can be tried without Electron. */
import { windowHost } from '#shared/api/port.ts'
import { idPattern } from '#shared/model/ids.ts'

export const appScheme = 'app'
export const appOrigin = `${appScheme}://${windowHost}`

export type Wanted =
  /** `path` begins with `/` and is still as it came; whoever opens a file checks it. */
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'attachment'; readonly lab: string; readonly name: string }
  | { readonly kind: 'refused' }

/** A stored attachment's name: a hash and an ending, never a path. */
const attachmentName = /^[a-z0-9]{1,64}\.[a-z0-9]{1,8}$/

/** Reads an address as it came over the wire. Below `/files/` there are attachments only; everything else is a page's. */
export function readAddress(address: string): Wanted {
  const path = /^app:\/\/labinov(?:\/([^?#]*))?(?:[?#].*)?$/s.exec(address)
  if (!path) return { kind: 'refused' }
  const parts = (path[1] ?? '').split('/')
  if (parts[0] !== 'files') return { kind: 'page', path: `/${parts.join('/')}` }
  const [, lab = '', name = ''] = parts
  const plain = parts.length === 3 && idPattern.test(lab) && attachmentName.test(name)
  return plain ? { kind: 'attachment', lab, name } : { kind: 'refused' }
}
