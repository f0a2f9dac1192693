/** Every photograph an innovation has, with words about it: of its canvases, and evidence that is a picture. */
import type { Innovation } from '#shared/model/lab.ts'
import type { CanvasDef } from '#shared/model/pack.ts'
import { answerFields } from '#shared/rules/facts.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { changePhotos } from '../change-blocks.ts'
import { evidenceTitle, isPhoto, type Photo } from '../evidence-blocks.ts'
import type { Build } from '../source.ts'

/** Each once, under the words of the first place that shows it: pairs before and after first, then evidence, then the other canvases. */
export function photosOf(innovation: Innovation, build: Build): readonly Photo[] {
  const { packs } = build
  const evidence = innovation.evidence
    .filter((one) => isPhoto(one, innovation))
    .map((one): Photo => ({ name: one.file, text: evidenceTitle(one, build) }))
  const canvases = Object.keys(innovation.canvases).flatMap((id) => {
    const def = canvasOf(packs, id)
    return def === undefined ? [] : onCanvas(def, innovation, build)
  })
  const first = new Map<string, Photo>()
  for (const photo of [...changePhotos(innovation, build), ...evidence, ...canvases])
    if (!first.has(photo.name)) first.set(photo.name, photo)
  return [...first.values()]
}

function onCanvas(def: CanvasDef, innovation: Innovation, { language }: Build): readonly Photo[] {
  const canvas = innovation.canvases[def.id]
  if (canvas === undefined) return []
  const title = def.title[language]
  const fields = answerFields(def).filter(({ type }) => type === 'photo')
  const columns = def.kind === 'form' ? [] : def.columns.filter(({ type }) => type === 'photo')
  const named = (name: unknown, text: string): readonly Photo[] =>
    typeof name === 'string' && name !== '' ? [{ name, text: text.trim() === '' ? title : `${title}: ${text.trim()}` }] : []
  return [
    ...fields.flatMap(({ key, label }) => named(canvas.fields[key], label[language])),
    ...canvas.items.flatMap((item) => [
      ...named(item.picture, item.text),
      ...columns.flatMap(({ key }) => named(item.values[key], item.text)),
    ]),
  ]
}
