/** What goes out to everybody shows no private number: no NIP, no mobile, and in a contact no telephone at all. */
import type { Canvas, Innovation } from '#shared/model/lab.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { printedAnswer } from './answers.ts'
import type { Build } from './source.ts'

/** Eighteen digits in the groups of a NIP. */
const nip = /(?:\bNIP\.?\s*:?\s*)?(?<!\d)\d{8}[ .-]?\d{6}[ .-]?\d[ .-]?\d{3}(?!\d)/giu
const label = String.raw`(?:\b(?:telp|telepon|tel|no|nomor|hp|wa|whatsapp|phone|fax|faks)\b[.:/ ]*)*`
const mobile = new RegExp(String.raw`${label}(?<![\d.])(?:\+?62|0)[ .-]?8\d{1,3}(?:[ .-]?\d{2,4}){2,3}(?!\d)`, 'giu')
const telephone = new RegExp(String.raw`${label}(?<!\d)[+(]?\d[\d() .\-/]{4,}\d(?!\d)`, 'giu')

/** Opening hours and years are written like numbers of telephones. */
const isTime = (found: string): boolean =>
  /^\d{1,2}[.:]\d{2}\s*[-–/]\s*\d{1,2}[.:]\d{2}$/u.test(found.trim()) || /^(?:19|20)\d{2}\s*[-–/]\s*(?:19|20)\d{2}$/u.test(found.trim())

/** Gaps and signs that a removed number leaves behind. */
const tidy = (text: string): string =>
  text
    .replaceAll(/\(\s*\)/gu, '')
    .replaceAll(/[ \t]{2,}/gu, ' ')
    .replaceAll(/\s+([,;.])/gu, '$1')
    .replaceAll(/([,;])(?:\s*[,;])+/gu, '$1')
    .replace(/^[\s,;:/]+|[\s,;:/]+$/gu, '')

const removed = (text: string, ...patterns: readonly RegExp[]): string => {
  const kept = patterns.reduce((all, pattern) => all.replaceAll(pattern, (found) => (isTime(found) ? found : '')), text)
  return kept === text ? text : tidy(kept)
}

/** Without NIP and mobile numbers. Amounts of money and years stay. */
export const publicText = (text: string): string => removed(text, nip, mobile)

/** A contact without any telephone number; addresses, e-mail and opening hours stay. */
export const publicContact = (text: string): string => removed(text, nip, mobile, telephone)

const contactKeys: readonly string[] = ['kontak', 'contact', 'telepon', 'phone']
export const isContact = ({ key, type }: { readonly key: string; readonly type: string }): boolean =>
  type === 'phone' || contactKeys.includes(key)

/** The first of some answers of form canvases, `canvas/field`, that somebody filled in, as everybody may read it. */
export function firstAnswer(places: readonly string[], innovation: Innovation, { packs, language }: Build): string {
  for (const place of places) {
    const [id = '', key = ''] = place.split('/')
    const canvas: Canvas | undefined = innovation.canvases[id]
    if (canvas === undefined) continue
    const def = canvasOf(packs, id)
    const field = def?.kind === 'form' ? def.fields.find((one) => one.key === key) : undefined
    if (field === undefined) continue
    const text = printedAnswer(field, canvas.fields[key], language).trim()
    const shown = isContact(field) ? publicContact(text) : publicText(text)
    if (shown !== '') return shown
  }
  return ''
}
