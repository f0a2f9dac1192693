/** Regions and units that took this innovation over, with what they took and what they changed. */
import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { putAdopter, removeAdopter } from '#shared/doc/catalogue.ts'
import { keyAfterLast } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { Adopter } from '#shared/model/catalogue.ts'
import { useText } from '../../app/text.ts'
import { useDraft } from '../../collab/use-draft.ts'
import { newId } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import css from './catalogue-panel.module.css'
import { useInnovation } from './innovation-context.tsx'

type Fields = Omit<Adopter, 'id' | 'order'>
const blank: Fields = { region: '', unit: '', date: '', form: '', taken: '', adapted: '', evidence: '' }
const lines = ['region', 'unit', 'form'] as const
const texts = ['taken', 'adapted', 'evidence'] as const

export function Adopters() {
  const t = useText()
  const { value, readOnly, doc, act } = useInnovation()
  const { adopters } = value.catalogue
  const [open, setOpen] = useState<string | null>(null)
  const add = (): void => {
    const id = newId<'adopter'>()
    act(() => putAdopter(doc, id, { ...blank, order: keyAfterLast(adopters) }, byPerson))
    setOpen(id)
  }
  const remove = ({ id, ...rest }: Adopter): void => {
    act(() => removeAdopter(doc, id, byPerson))
    notify.undoable(t('catalogue.adopterGone', { name: nameOf(rest) || t('catalogue.adopterNew') }), () =>
      putAdopter(doc, id, rest, byPerson),
    )
  }
  return (
    <section className={css.adopters} aria-label={t('catalogue.adoptersTitle')}>
      <div className={css.adoptersHead}>
        <h3>
          {t('catalogue.adoptersTitle')} {adopters.length > 0 && <span>{adopters.length}</span>}
        </h3>
        {!readOnly && (
          <Button size="compact-sm" variant="subtle" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={add}>
            {t('catalogue.addAdopter')}
          </Button>
        )}
      </div>
      {adopters.length === 0 && <p className={css.quiet}>{t('catalogue.noAdopters')}</p>}
      <ul>
        {adopters.map((adopter) => (
          <li key={adopter.id}>
            <details open={open === adopter.id} onToggle={(event) => event.currentTarget.open && setOpen(adopter.id)}>
              <summary>
                <strong>{nameOf(adopter) || t('catalogue.adopterNew')}</strong>
                {adopter.form !== '' && <small>{adopter.form}</small>}
              </summary>
              {open === adopter.id && <AdopterFields adopter={adopter} />}
            </details>
            {!readOnly && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t('catalogue.removeAdopter', { name: nameOf(adopter) || t('catalogue.adopterNew') })}
                onClick={() => remove(adopter)}
              >
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const nameOf = ({ region, unit }: Pick<Adopter, 'region' | 'unit'>): string => [region, unit].filter((part) => part !== '').join(', ')

function AdopterFields({ adopter }: { readonly adopter: Adopter }) {
  const t = useText()
  const { readOnly, doc } = useInnovation()
  const write = (patch: Partial<Fields>): void => {
    if (!readOnly) putAdopter(doc, adopter.id, patch, byPerson)
  }
  return (
    <div className={css.fields}>
      {lines.map((key) => (
        <Line key={key} label={t(`catalogue.a_${key}`)} value={adopter[key]} write={(next) => write({ [key]: next })} />
      ))}
      <TextInput
        type="date"
        label={t('catalogue.a_date')}
        readOnly={readOnly}
        value={adopter.date}
        onChange={(event) => write({ date: event.currentTarget.value })}
      />
      {texts.map((key) => (
        <Line key={key} long label={t(`catalogue.a_${key}`)} value={adopter[key]} write={(next) => write({ [key]: next })} />
      ))}
    </div>
  )
}

function Line(props: { readonly label: string; readonly value: string; readonly write: (next: string) => void; readonly long?: boolean }) {
  const { readOnly } = useInnovation()
  const draft = useDraft(props.value, props.write)
  const shared = { label: props.label, readOnly, value: draft.value, onChange: draft.onChange, onBlur: draft.onBlur }
  return props.long ? (
    <Textarea className={css.wide} autosize minRows={1} maxLength={2000} {...shared} />
  ) : (
    <TextInput maxLength={300} {...shared} />
  )
}
