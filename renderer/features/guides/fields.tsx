/** The few kinds of fields all editors of packs are made of. */
import { ActionIcon, Button, NumberInput, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { BothTexts } from '#shared/model/text.ts'
import { useText } from '../../app/text.ts'
import { notify } from '../../state/notify.ts'
import css from './guides.module.css'

type BothProps = {
  readonly label: string
  readonly value: BothTexts
  readonly onChange: (value: BothTexts) => void
  readonly hint?: string
  readonly long?: boolean
  readonly disabled: boolean
}

/** One text in both languages, beside each other. */
export function Both({ label, value, onChange, hint, long = false, disabled }: BothProps) {
  const t = useText()
  const languages = [
    ['id', t('guides.indonesian')],
    ['en', t('guides.english')],
  ] as const
  return (
    <div className={css.both}>
      {languages.map(([language, name]) => {
        const props = {
          label: `${label} (${name})`,
          description: hint,
          inputWrapperOrder: ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[],
          value: value[language],
          readOnly: disabled,
          onChange: ({ currentTarget }: { currentTarget: { value: string } }) => onChange({ ...value, [language]: currentTarget.value }),
        }
        return long ? <Textarea key={language} autosize minRows={2} maxRows={10} {...props} /> : <TextInput key={language} {...props} />
      })}
    </div>
  )
}

type NumberProps = {
  readonly label: string
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
  readonly hint?: string
  readonly min?: number
  readonly max?: number
  readonly decimals?: number
  readonly disabled: boolean
}

/** A number that may be left empty. */
export function Count({ label, value, onChange, hint, min = 0, max, decimals = 0, disabled }: NumberProps) {
  return (
    <NumberInput
      label={label}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={value ?? ''}
      min={min}
      {...(max === undefined ? {} : { max })}
      decimalScale={decimals}
      decimalSeparator=","
      thousandSeparator="."
      readOnly={disabled}
      onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
    />
  )
}

type LinesProps = {
  readonly label: string
  readonly hint: string
  readonly value: readonly BothTexts[]
  readonly onChange: (value: readonly BothTexts[]) => void
  readonly disabled: boolean
}

/** A list of short texts, one on each line; the lines of both languages belong together by their number. */
export function Lines({ label, hint, value, onChange, disabled }: LinesProps) {
  const text = { id: value.map(({ id }) => id).join('\n'), en: value.map(({ en }) => en).join('\n') }
  return (
    <Both
      label={label}
      hint={hint}
      value={text}
      long
      disabled={disabled}
      onChange={(next) => {
        const [id, en] = [next.id.split('\n'), next.en.split('\n')]
        const lines = Array.from({ length: Math.max(id.length, en.length) }, (_, at) => ({ id: id[at] ?? '', en: en[at] ?? '' }))
        onChange(next.id === '' && next.en === '' ? [] : lines)
      }}
    />
  )
}

type OrderedProps<T> = {
  readonly items: readonly T[]
  readonly onChange: (items: readonly T[]) => void
  readonly nameOf: (item: T, at: number) => string
  readonly keyOf: (item: T, at: number) => string
  readonly draw: (item: T, change: (patch: Partial<T>) => void, at: number) => ReactNode
  readonly add?: { readonly label: string; readonly make: () => T } | undefined
  readonly disabled: boolean
}

/** A list whose entries can be moved, removed and added; Alt with an arrow moves the one the focus is in. */
export function Ordered<T>({ items, onChange, nameOf, keyOf, draw, add, disabled }: OrderedProps<T>) {
  const t = useText()
  const move = (at: number, by: -1 | 1): void => {
    const to = at + by
    const [here, there] = [items[at], items[to]]
    if (here === undefined || there === undefined) return
    onChange(items.map((one, n) => (n === at ? there : n === to ? here : one)))
  }
  const take = (at: number, name: string): void => {
    onChange(items.filter((_, n) => n !== at))
    notify.undoable(t('guides.taken', { name }), () => onChange(items))
  }
  return (
    <>
      <ol className={css.ordered}>
        {items.map((item, at) => {
          const name = nameOf(item, at)
          return (
            <li
              key={keyOf(item, at)}
              onKeyDown={(event) => {
                if (disabled || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
                event.preventDefault()
                event.stopPropagation()
                move(at, event.key === 'ArrowUp' ? -1 : 1)
              }}
            >
              <div className={css.orderedHead}>
                <b>{name}</b>
                {!disabled && (
                  <span>
                    <ActionIcon variant="subtle" aria-label={t('guides.up', { name })} disabled={at === 0} onClick={() => move(at, -1)}>
                      <IconArrowUp size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="subtle"
                      aria-label={t('guides.down', { name })}
                      disabled={at === items.length - 1}
                      onClick={() => move(at, 1)}
                    >
                      <IconArrowDown size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                    <ActionIcon variant="subtle" aria-label={t('guides.take', { name })} onClick={() => take(at, name)}>
                      <IconTrash size={16} stroke={1.75} aria-hidden />
                    </ActionIcon>
                  </span>
                )}
              </div>
              {draw(item, (patch) => onChange(items.map((one, n) => (n === at ? { ...one, ...patch } : one))), at)}
            </li>
          )
        })}
      </ol>
      {add !== undefined && !disabled && (
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          onClick={() => onChange([...items, add.make()])}
        >
          {add.label}
        </Button>
      )}
    </>
  )
}

/** A key that none of the others has: `bagian_4`. */
export function freshKey(prefix: string, taken: readonly { readonly key: string }[]): string {
  for (let n = taken.length + 1; ; n += 1) if (!taken.some(({ key }) => key === `${prefix}_${n}`)) return `${prefix}_${n}`
}

/** Lines as things with keys: a line that was there keeps its key, a new one gets a fresh one. */
export function keyed<T extends { readonly key: string; readonly label: BothTexts }>(
  lines: readonly BothTexts[],
  before: readonly T[],
  prefix: string,
  make: (key: string, label: BothTexts) => T,
): readonly T[] {
  const made: T[] = []
  lines.forEach((label, at) => {
    const known = before[at]
    made.push(known === undefined ? make(freshKey(prefix, [...before, ...made]), label) : { ...known, label })
  })
  return made
}
