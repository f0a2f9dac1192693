/** Groups of entries that win apart from each other. */
import { Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../../app/text.ts'
import { Panel } from '../../../parts/index.ts'
import { TextField } from '../fields.tsx'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { categoryAdded } from './edits.ts'

export function Categories({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention, readOnly, change } = open
  const [label, setLabel] = useState('')
  const add = () => {
    const wanted = label.trim()
    if (wanted === '') return
    setLabel('')
    void change(t('jury.categoryAdded', { label: wanted }), categoryAdded(wanted))
  }
  const remove = (key: string, name: string) =>
    void change(t('jury.categoryRemoved', { label: name }), (now) => ({
      ...now,
      categories: now.categories.filter((one) => one.key !== key),
      entries: now.entries.map((entry) => (entry.category === key ? { ...entry, category: '' } : entry)),
    }))
  return (
    <Panel title={t('jury.categories')}>
      {convention.categories.length === 0 && <p className={css.quiet}>{t('jury.categoriesNone')}</p>}
      <ul className={css.list}>
        {convention.categories.map((one) => (
          <li key={one.key}>
            <TextField
              bare
              className={css.grow}
              label={t('jury.category')}
              value={one.label}
              disabled={readOnly}
              write={(next) =>
                next !== '' &&
                void change(null, (now) => ({
                  ...now,
                  categories: now.categories.map((other) => (other.key === one.key ? { ...other, label: next } : other)),
                }))
              }
            />
            <small>{convention.entries.filter((entry) => entry.category === one.key).length}</small>
            {!readOnly && (
              <button
                type="button"
                className={css.cross}
                aria-label={t('jury.removeCategory', { label: one.label })}
                onClick={() => remove(one.key, one.label)}
              >
                <IconX size={16} stroke={1.75} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ul>
      {!readOnly && (
        <form
          className={css.row}
          onSubmit={(event) => {
            event.preventDefault()
            add()
          }}
        >
          <TextInput
            className={css.grow}
            size="xs"
            aria-label={t('jury.newCategory')}
            placeholder={t('jury.newCategory')}
            value={label}
            maxLength={400}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" disabled={label.trim() === ''}>
            {t('jury.addShort')}
          </Button>
        </form>
      )}
    </Panel>
  )
}
