/** The entries above a table: what its plan or instrument is about. */

import { useMemo, useState } from 'react'
import { setAnswer, writeAnswer } from '#shared/doc/canvas.ts'
import { writeFacts } from '#shared/doc/innovation.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Value } from '#shared/model/lab.ts'
import type { FormField, GridColumn } from '#shared/model/pack.ts'
import { factPatch, withFacts } from '#shared/rules/facts.ts'
import { columnOfField, isWritten } from '#shared/rules/field-column.ts'
import { useBoth, useText } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { ValueField } from './cell-field.tsx'
import { useStable } from './stable.ts'
import style from './tools.module.css'
import { isEmpty } from './values.ts'

/** A field of the head as a column, so that it is edited as cells are. */
const columnOf = (field: FormField): GridColumn => ({
  ...columnOfField(field),
  // No field is the row's own text.
  key: `head_${field.key}`,
  ...(field.hint === undefined ? {} : { help: field.hint }),
})

export function HeadFields() {
  const { def, canvas, value, readOnly } = useSessionOf('grid')
  const t = useText()
  const answers = useMemo(() => withFacts(def, canvas, value).fields, [def, canvas, value])
  const filled = def.head.filter(({ key }) => !isEmpty(answers[key])).length
  // What is filled in leaves its place to the table.
  const [open, setOpen] = useState(filled < def.head.length)
  if (def.head.length === 0) return null
  return (
    <details className={style.fieldsFold} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t('grid.head')} <span>{t('grid.filledOf', { n: filled, of: def.head.length })}</span>
      </summary>
      <section className={style.fields} aria-label={t('grid.head')}>
        {def.head.map((field) => (
          <div key={field.key} data-width={field.width}>
            <HeadField field={field} value={answers[field.key] ?? null} readOnly={readOnly} />
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
        field.fact !== undefined
          ? writeFacts(desk.doc, factPatch(field, next), byPerson)
          : isWritten(field)
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
