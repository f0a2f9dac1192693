/** The entries above a table: what its plan or instrument is about. */

import { useMemo } from 'react'
import { setAnswer, writeAnswer } from '#shared/doc/canvas.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Value } from '#shared/model/lab.ts'
import type { FormField, GridColumn } from '#shared/model/pack.ts'
import { isWritten } from '#shared/rules/field-column.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { ValueField } from './cell-field.tsx'
import { useStable } from './stable.ts'
import style from './tools.module.css'
import { isEmpty } from './values.ts'

const types: Readonly<Record<FormField['type'], GridColumn['type']>> = {
  line: 'text',
  text: 'text',
  phone: 'text',
  email: 'text',
  choice: 'choice',
  multi: 'multi',
  date: 'date',
  number: 'number',
  rupiah: 'rupiah',
  scale: 'score',
  tick: 'tick',
  link: 'link',
  photo: 'photo',
  person: 'person',
  unit: 'unit',
}

/** A field of the head as a column, so that it is edited as cells are. */
function columnOf({ key, label, type, options, min, max, anchors, hint }: FormField): GridColumn {
  return {
    ...{ key: `head_${key}`, label, type: types[type], anchors, suggests: [] },
    ...{ width: 1, required: false, format: 'number', voted: false },
    ...(options === undefined ? {} : { options }),
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    ...(hint === undefined ? {} : { help: hint }),
  }
}

export function HeadFields() {
  const { def, canvas, readOnly } = useSessionOf('grid')
  const t = useText()
  if (def.head.length === 0) return null
  const filled = def.head.filter(({ key }) => !isEmpty(canvas.fields[key])).length
  return (
    <details className={style.fieldsFold} open>
      <summary>
        {t('grid.head')} <span>{t('grid.filledOf', { n: filled, of: def.head.length })}</span>
      </summary>
      <section className={style.fields} aria-label={t('grid.head')}>
        {def.head.map((field) => (
          <div key={field.key} data-width={field.width}>
            <HeadField field={field} value={canvas.fields[field.key] ?? null} readOnly={readOnly} />
          </div>
        ))}
      </section>
    </details>
  )
}

type FieldProps = { readonly field: FormField; readonly value: Value; readonly readOnly: boolean }

function HeadField({ field, value, readOnly }: FieldProps) {
  const { desk, act } = useSessionOf('grid')
  const both = useBoth()
  const column = useMemo(() => columnOf(field), [field])
  const set = useStable(
    (next: Value): void =>
      void act(() =>
        isWritten(field)
          ? writeAnswer(desk.doc, desk.canvas, field.key, typeof next === 'string' ? next : '', byPerson)
          : setAnswer(desk.doc, desk.canvas, field.key, next, byPerson),
      ),
  )
  const placeholder = field.example === undefined ? undefined : both(field.example)
  // Measuring a text costs much: the field is drawn again only for another value, not for every move of the cursor.
  return useMemo(
    () => (
      <ValueField
        column={column}
        lines={field.type === 'text'}
        value={value}
        years={[]}
        readOnly={readOnly}
        required={field.required}
        placeholder={placeholder}
        onChange={set}
      />
    ),
    [column, field, value, readOnly, placeholder, set],
  )
}
