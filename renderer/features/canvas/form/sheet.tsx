/** The form as the paper looks: a sheet of boxes, a wide slide or a poster with the name large at the top; written in place. */
import type { Value } from '#shared/model/lab.ts'
import type { FormField as FieldDef } from '#shared/model/pack.ts'
import { useBoth } from '../../../app/text.ts'
import { useSessionOf } from '../session.tsx'
import { FormField } from './field.tsx'
import type { FormMode } from './form.tsx'
import { inSections } from './sections.ts'
import style from './sheet.module.css'

const inHead = (field: FieldDef): boolean => field.fact === 'name' || field.fact === 'longName'

export function FormSheet({ answers, mode }: { readonly answers: Readonly<Record<string, Value>>; readonly mode: FormMode }) {
  const { def } = useSessionOf('form')
  const both = useBoth()
  const banded = def.layout !== 'sheet' && def.fields.some(inHead)
  const draw = (field: FieldDef) => <FormField key={field.key} field={field} answer={answers[field.key] ?? null} mode={mode} drawn />
  return (
    <div className={style.frame}>
      <div className={style.paper} data-layout={def.layout}>
        {banded ? (
          <div className={style.band}>
            <p>{both(def.title)}</p>
            {def.fields.filter(inHead).map(draw)}
          </div>
        ) : (
          <h2 className={style.title}>{both(def.title)}</h2>
        )}
        {inSections(
          def.sections,
          def.fields.filter((field) => !banded || !inHead(field)),
        ).map(({ section, fields }) => (
          <section key={section?.key ?? ''} aria-label={section === null ? both(def.title) : undefined}>
            {section === null ? null : (
              <header className={style.section}>
                <h3>{both(section.label)}</h3>
                {section.help === undefined ? null : <p>{both(section.help)}</p>}
              </header>
            )}
            <div className={style.boxes}>{fields.map(draw)}</div>
          </section>
        ))}
      </div>
    </div>
  )
}
