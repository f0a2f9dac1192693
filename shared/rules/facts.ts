/** Fields of a form, or of the head of a grid, that show a fact of the innovation itself: it has one owner, and the field is a window on it. */
import { type Canvas, type Innovation, innovationForms, innovationKinds, type Value } from '../model/lab.ts'
import type { CanvasDef, ChoiceOption, FormField, innovationFacts } from '../model/pack.ts'
import { innovationText as words } from '../text/innovation.ts'

export type FactKey = (typeof innovationFacts)[number]
export type KnownFacts = Pick<Innovation, FactKey>

const digitalKeys: readonly string[] = ['digital', 'ya', 'yes']

/** The options of a field; a fact whose pack names none has those of the innovation's own page (definitions unverified, domain.md 1.7). */
export function optionsOf(field: Pick<FormField, 'options' | 'fact'>): readonly ChoiceOption[] {
  if (field.options !== undefined && field.options.length > 0) return field.options
  switch (field.fact) {
    case 'kind':
      return innovationKinds.map((kind) => ({ key: kind, label: words[`kind_${kind}`], help: words[`kindMeans_${kind}`] }))
    case 'form':
      return innovationForms.map((form) => ({ key: form, label: words[`form_${form}`] }))
    case 'digital':
      return [
        { key: 'digital', label: words.digitalYes },
        { key: 'nondigital', label: words.digitalNo },
      ]
    default:
      return []
  }
}

const yesOption = (options: readonly ChoiceOption[]): ChoiceOption | undefined =>
  options.find((option) => digitalKeys.includes(option.key)) ?? options[0]

/** The fact as the field shows it; empty facts are null. */
export function factAnswer(field: FormField, facts: KnownFacts): Value {
  if (field.fact === undefined) return null
  const value = facts[field.fact]
  if (value === '' || value === null) return null
  if (typeof value !== 'boolean' || field.type === 'tick') return value
  const options = optionsOf(field)
  const yes = yesOption(options)
  return (value ? yes : options.find((option) => option !== yes))?.key ?? null
}

/** What an answer of the field says about the innovation; empty when the answer means nothing there. */
export function factPatch(field: FormField, answer: Value): Partial<KnownFacts> {
  const text = typeof answer === 'string' ? answer : ''
  switch (field.fact) {
    case 'name':
    case 'longName':
    case 'summary':
    case 'startedOn':
      return { [field.fact]: text }
    case 'kind':
      return answer === null || text === '' ? { kind: null } : pick('kind', innovationKinds, text)
    case 'form':
      return answer === null || text === '' ? { form: null } : pick('form', innovationForms, text)
    case 'digital':
      if (typeof answer === 'boolean') return { digital: answer }
      return { digital: text === '' ? null : yesOption(optionsOf(field))?.key === text }
    case undefined:
      return {}
    default:
      return field.fact satisfies never
  }
}

function pick<K extends 'kind' | 'form', T extends string>(key: K, known: readonly T[], text: string): Partial<Record<K, T>> {
  const found = known.find((one) => one === text)
  return found === undefined ? {} : ({ [key]: found } as Partial<Record<K, T>>) // one key, its own type
}

/** What a canvas asks for beside its items: the fields of a form, the head of a grid. */
export const answerFields = (def: CanvasDef): readonly FormField[] =>
  def.kind === 'form' ? def.fields : def.kind === 'grid' ? def.head : []

/** The canvas with the innovation's facts among its answers, as every reader of its fields should see it. */
export function withFacts(def: CanvasDef, canvas: Canvas, facts: KnownFacts): Canvas {
  const bound = answerFields(def).filter((field) => field.fact !== undefined)
  if (bound.length === 0) return canvas
  return { ...canvas, fields: { ...canvas.fields, ...Object.fromEntries(bound.map((field) => [field.key, factAnswer(field, facts)])) } }
}
