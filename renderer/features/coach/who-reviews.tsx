/** Asked once, where it is needed: whose name stands under the remarks. */
import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type RefObject, useState } from 'react'
import { useText } from '../../app/text.ts'
import css from './review.module.css'
import type { Signer } from './signer.ts'

export function WhoReviews({
  signer,
  asked,
  field,
}: {
  readonly signer: Signer
  /** An act waits for the name. */
  readonly asked: boolean
  readonly field: RefObject<HTMLInputElement | null>
}) {
  const t = useText()
  const [name, setName] = useState('')
  if (signer.name !== '') return null
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') field.current?.focus()
    else signer.give(name.trim())
  }
  return (
    <form className={css.who} data-asked={asked || undefined} onSubmit={save}>
      <TextInput
        ref={field}
        label={t('coach.who')}
        description={t('coach.whoText')}
        placeholder={t('coach.whoName')}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="light">
        {t('coach.save')}
      </Button>
    </form>
  )
}
