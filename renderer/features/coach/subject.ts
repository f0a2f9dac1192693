/** What is under review as plain parts: the fields of a form, the sections of a proposal, or another canvas as one. */
import { useMemo } from 'react'
import { wholeCanvas } from '#shared/doc/reviews.ts'
import type { Canvas, Innovation, Value } from '#shared/model/lab.ts'
import type { CanvasDef, FormDef, ProposalDef } from '#shared/model/pack.ts'
import type { Language } from '#shared/model/text.ts'
import { emptyCanvas } from '#shared/rules/blank.ts'
import { canvasTable, type TableCell } from '#shared/rules/canvas-rows.ts'
import { showCell } from '#shared/rules/cell-text.ts'
import { formatDay } from '#shared/rules/dates.ts'
import { withFacts } from '#shared/rules/facts.ts'
import { columnOfField } from '#shared/rules/field-column.ts'
import { numberText } from '#shared/rules/number-text.ts'
import { formatRupiah } from '#shared/rules/numbers.ts'
import { allCanvases, allForms, canvasOf, formOf, type Packs } from '#shared/rules/packs.ts'
import { richTextPlain } from '#shared/rules/rich-text.ts'
import type { Reviewable } from '#shared/rules/waiting.ts'
import { rowWords } from '#shared/text/transfer.ts'
import { useBoth, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'

export type Part = {
  readonly key: string
  readonly label: string
  /** What the team was asked, or empty. */
  readonly help: string
  /** The answer as it is shown. */
  readonly text: string
  /** The same in Indonesian: what looks keep, so that another language of the reader is no change. */
  readonly kept: string
  /** Attachment name of a photo, or empty. */
  readonly picture: string
  /** False for the head of a form. */
  readonly reviewed: boolean
}

export type Subject = {
  readonly of: string
  readonly kind: Reviewable['kind']
  readonly title: string
  readonly parts: readonly Part[]
}

const isReviewedForm = (def: CanvasDef): def is FormDef => def.kind === 'form' && def.review && def.survey === undefined

/** Everything the packs let a coach review. */
export function useReviewables(): readonly Reviewable[] {
  const packs = usePacks()
  const both = useBoth()
  return useMemo(
    () => [
      ...allCanvases(packs).map(
        (def): Reviewable => ({ of: def.id, kind: isReviewedForm(def) ? 'form' : 'canvas', title: both(def.title) }),
      ),
      ...allForms(packs).map((def): Reviewable => ({ of: def.id, kind: 'proposal', title: both(def.title) })),
    ],
    [packs, both],
  )
}

/** Null when no pack has it. */
export function useSubject(of: string, value: Innovation, language: Language): Subject | null {
  const packs = usePacks()
  const t = useText()
  const whole = t('coach.wholeCanvas')
  return useMemo(() => subjectOf(packs, of, value, language, whole), [packs, of, value, language, whole])
}

function subjectOf(packs: Packs, of: string, value: Innovation, language: Language, whole: string): Subject | null {
  const def = canvasOf(packs, of)
  if (def !== undefined) {
    const canvas = withFacts(def, value.canvases[def.id] ?? emptyCanvas(def.id), value)
    const common = { of, title: def.title[language] }
    if (isReviewedForm(def)) return { ...common, kind: 'form', parts: formParts(def, canvas, language) }
    return { ...common, kind: 'canvas', parts: [canvasPart(def, canvas, language, whole)] }
  }
  const form = formOf(packs, of)
  return form === undefined ? null : { of, kind: 'proposal', title: form.title[language], parts: sectionParts(form, value, language) }
}

const formParts = (def: FormDef, canvas: Canvas, language: Language): readonly Part[] =>
  def.fields.map((field) => {
    const answer: Value = canvas.fields[field.key] ?? null
    const picture = field.type === 'photo' && typeof answer === 'string' ? answer : ''
    const words = (tongue: Language): string => (picture === '' ? showCell(columnOfField(field), answer, tongue) : picture)
    const kept = words('id')
    return {
      key: field.key,
      label: field.label[language],
      help: field.hint?.[language] ?? '',
      text: language === 'id' ? kept : words(language),
      kept,
      picture,
      reviewed: !field.head,
    }
  })

const sectionParts = (form: ProposalDef, value: Innovation, language: Language): readonly Part[] => {
  const sections = value.proposals[form.id]?.sections ?? {}
  return form.sections.map((section) => {
    const node = sections[section.key]
    const text = node === undefined ? '' : richTextPlain(node)
    return {
      key: section.key,
      label: section.title[language],
      help: section.prompt[language],
      text,
      kept: text,
      picture: '',
      reviewed: true,
    }
  })
}

function canvasPart(def: CanvasDef, canvas: Canvas, language: Language, label: string): Part {
  const kept = outlineOf(def, canvas, 'id')
  const text = language === 'id' ? kept : outlineOf(def, canvas, language)
  return { key: wholeCanvas, label, help: def.help[language], text, kept, picture: '', reviewed: true }
}

/** Each row as a line of what stands in it; empty cells and zeros say nothing. */
function outlineOf(def: CanvasDef, canvas: Canvas, language: Language): string {
  const { columns, rows } = canvasTable(def, canvas, language, rowWords(language))
  const cellText = (cell: TableCell, type: string): string => {
    if (cell === null || cell === 0) return ''
    if (typeof cell === 'string') return cell
    if (typeof cell === 'number') return type === 'rupiah' ? formatRupiah(cell, language) : numberText(cell, language)
    return formatDay(cell.date, language)
  }
  return rows
    .map((row) =>
      row
        .flatMap((cell, at) => {
          const column = columns[at]
          const words = column === undefined ? '' : cellText(cell, column.type).trim()
          return words === '' ? [] : [at === 0 ? words : `${column?.label}: ${words}`]
        })
        .join(' · '),
    )
    .filter((line) => line !== '')
    .join('\n')
}
