/** A field of a form read as a column, so that answers are shown, read and checked by the same rules as cells. */
import type { ColumnType, FormField, GridColumn } from '../model/pack.ts'
import { optionsOf } from './facts.ts'

const typeOf: Readonly<Record<FormField['type'], ColumnType>> = {
  line: 'text',
  text: 'text',
  choice: 'choice',
  multi: 'multi',
  date: 'date',
  number: 'number',
  rupiah: 'rupiah',
  scale: 'score',
  tick: 'tick',
  phone: 'text',
  email: 'text',
  link: 'link',
  photo: 'photo',
  person: 'person',
  unit: 'unit',
}

/** Written answers are texts two people can type in at once; every other answer is one value that the last writer sets. */
export const isWritten = ({ type }: Pick<FormField, 'type'>): boolean =>
  type === 'line' || type === 'text' || type === 'phone' || type === 'email'

/** @param scale of a survey whose questions name none of their own */
export function columnOfField(field: FormField, scale?: { readonly min: number; readonly max: number }): GridColumn {
  const min = field.min ?? (field.type === 'scale' ? scale?.min : undefined)
  const max = field.max ?? (field.type === 'scale' ? scale?.max : undefined)
  const options = optionsOf(field)
  return {
    key: field.key,
    label: field.label,
    type: typeOf[field.type],
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(options.length === 0 ? {} : { options: [...options] }),
    anchors: field.anchors,
    required: field.required,
    suggests: [],
    width: 1,
    format: 'number',
    voted: false,
  }
}
