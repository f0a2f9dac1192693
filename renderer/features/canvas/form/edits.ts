/** Respondents of a survey: each is an item, its values are the answers. */
import { addItem, changeItem } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { ItemId } from '#shared/model/ids.ts'
import type { Item, Value } from '#shared/model/lab.ts'
import type { FormDef, FormField } from '#shared/model/pack.ts'
import { surveyAnswer } from '#shared/rules/survey.ts'
import type { Desk } from '../desk.ts'

/** An empty name is a respondent who wants none. */
export function addRespondent(desk: Desk, name: string): ItemId {
  const id = desk.newId()
  addItem(desk.doc, desk.canvas, id, { text: name.trim().slice(0, 200), author: desk.me }, byPerson)
  return id
}

export const renameRespondent = (desk: Desk, id: ItemId, name: string): void =>
  changeItem(desk.doc, desk.canvas, id, { text: name.trim().slice(0, 200) }, byPerson)

export const tellOf = (desk: Desk, id: ItemId, key: string, value: Value): void =>
  changeItem(desk.doc, desk.canvas, id, { values: { [key]: value } }, byPerson)

type SurveyForm = Pick<FormDef, 'survey' | 'fields'>

/** The statements of the survey in the order of the form. */
export function questionsOf(def: SurveyForm): readonly FormField[] {
  const asked = new Set(def.survey?.components.flatMap(({ fields }) => fields) ?? [])
  return def.fields.filter((field) => asked.has(field.key))
}

export const answered = (def: SurveyForm, item: Item): number =>
  def.survey === undefined
    ? 0
    : questionsOf(def).filter((field) => surveyAnswer(field, item, def.survey ?? { min: 0, max: 4 }) !== null).length

/** The next statement without an answer behind `from`, going round; null when all have one. */
export function nextOpen(def: SurveyForm, item: Item, from: number): number | null {
  const questions = questionsOf(def)
  const scale = def.survey ?? { min: 0, max: 4 }
  for (let step = 1; step <= questions.length; step += 1) {
    const at = (from + step) % questions.length
    const field = questions[at]
    if (field !== undefined && surveyAnswer(field, item, scale) === null) return at
  }
  return null
}
