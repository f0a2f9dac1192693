/** What evidence may be attached to, and how that is said in few words. */
import type { EvidenceTarget } from '#shared/model/evidence.ts'
import type { Innovation } from '#shared/model/lab.ts'
import type { Pack } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { formOf, indicatorsOf } from '#shared/rules/packs.ts'
import { sayNow } from '../../app/text.ts'

/** The canvas whose rows are claims. */
export const claimCanvas = 'klaim-bukti-sumber'

export const sameTarget = (a: EvidenceTarget, b: EvidenceTarget): boolean =>
  a.kind === b.kind && a.of === b.of && a.key === b.key && a.level === b.level && a.basis === b.basis

/** As a key for lists. */
export const targetKey = ({ kind, of, key, level, basis }: EvidenceTarget): string => [kind, of, key, level, basis].join('/')

const most = 60
const short = (text: string): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`)

/** `16 Regulasi inovasi daerah, level 2` · `KIPP: Ringkasan` · `Klaim: …`; names what is gone by its keys. */
export function targetLabel(
  target: EvidenceTarget,
  packs: readonly Pack[],
  innovation: Pick<Innovation, 'canvases'>,
  language: Language,
): string {
  const { kind, of, key, level, basis } = target
  if (kind === 'indicator') {
    const set = indicatorsOf(packs, of)
    const def = set?.indicators.find((one) => one.key === key)
    if (set === undefined || def === undefined) return sayNow('evidence.unknownTarget', { of, key })
    const by = def.bases.find((one) => one.key === basis)
    const words = `${def.no} ${short(def.title[language])}`
    return `${words}${by === undefined ? '' : ` (${short(by.label[language])})`}, ${sayNow('evidence.level').toLowerCase()} ${level} · ${set.short[language]}`
  }
  if (kind === 'claim') {
    const row = innovation.canvases[of]?.items.find((one) => one.id === key)
    return row === undefined ? sayNow('evidence.unknownTarget', { of, key }) : `${sayNow('evidence.target_claim')}: ${short(row.text)}`
  }
  const form = formOf(packs, of)
  const part = (kind === 'section' ? form?.sections : form?.statements)?.find((one) => one.key === key)
  if (form === undefined || part === undefined) return sayNow('evidence.unknownTarget', { of, key })
  return `${short(part.title[language])} · ${form.short[language]}`
}
