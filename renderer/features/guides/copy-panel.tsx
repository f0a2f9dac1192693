/** Makes an own copy of a pack, under a name and an id of its own. */
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Pack } from '#shared/model/pack.ts'
import { slug } from '#shared/model/pack.ts'
import { go, places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { useLab, useLabData } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner, Panel } from '../../parts/index.ts'
import css from './guides.module.css'
import { arrived, findingsOf } from './saving.ts'

const idFrom = (title: string): string =>
  title
    .toLocaleLowerCase('id')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 50)
    .replace(/-+$/u, '')

export function CopyPanel({ pack, close }: { readonly pack: Pack; readonly close: () => void }) {
  const t = useText()
  const say = useBoth()
  const language = useLanguage()
  const client = useLab()
  const data = useLabData()
  const [title, setTitle] = useState(say(pack.head.title))
  const [written, setWritten] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [taken, setTaken] = useState('')
  const [busy, setBusy] = useState(false)
  const id = written ?? idFrom(title)
  const right = slug.safeParse(id).success
  const nothing = pack.forms.length + pack.indicators.length + pack.documents.length + pack.rubrics.length === 0
  const make = async (): Promise<void> => {
    setBusy(true)
    setTrouble(null)
    setTaken('')
    try {
      const { pack: made } = await client.packs.copy({ from: pack.head.id, id, title: title.trim() })
      await arrived(data, made)
      go(places.guides(made))
      close()
    } catch (error) {
      const [first] = findingsOf(error)
      if (first === undefined) setTrouble(troubleOf(error))
      else setTaken(language === 'en' ? first.reasonEn : first.reason)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Panel title={t('guides.copy')}>
      <form
        className={css.copy}
        onSubmit={(event) => {
          event.preventDefault()
          if (right && title.trim() !== '') void make()
        }}
      >
        <p className={css.quiet}>{t(nothing ? 'guides.copyNothing' : 'guides.copyLead')}</p>
        {trouble !== null && <ErrorBanner {...trouble} />}
        <TextInput
          data-autofocus
          autoFocus
          label={t('guides.copyTitle')}
          value={title}
          maxLength={200}
          disabled={nothing}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
        <TextInput
          label={t('guides.copyId')}
          description={t('guides.copyIdHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={id}
          maxLength={60}
          disabled={nothing}
          error={taken || (id !== '' && !right ? t('guides.copyIdWrong') : undefined)}
          onChange={({ currentTarget }) => setWritten(currentTarget.value)}
        />
        <div className={css.acts}>
          <Button type="submit" disabled={nothing || !right || title.trim() === '' || busy}>
            {t('guides.makeCopy')}
          </Button>
          <Button variant="default" onClick={close}>
            {t('guides.cancel')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}
