import { Button, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { type IdeaLine, readIdeas } from '#shared/rules/idea-lines.ts'
import { useText } from '../../app/text.ts'
import { useLab, useLabData, useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { ErrorBanner } from '../../parts/index.ts'
import own from './add.module.css'
import css from './lab.module.css'

/** Many innovations at once, typed or pasted from the list a secretariat keeps anyway. */
export function AddMany({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const client = useLab()
  const data = useLabData()
  const { id, lab } = useOpenLab()
  const asked = useOverview(id)
  const [text, setText] = useState('')
  const [saving, setSaving] = useState(false)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [added, setAdded] = useState(0)
  const names = useMemo(() => (asked.state === 'ready' ? asked.value.innovations : []).map((one) => one.name), [asked])
  const { fresh, known } = useMemo(() => readIdeas(text, lab.units, names), [text, lab.units, names])
  const save = async () => {
    setSaving(true)
    setTrouble(null)
    try {
      const innovations = fresh.map(({ name, longName, unit }) => ({ name, longName, unit }))
      const made = await client.innovation.createMany({ lab: id, innovations })
      await data.loadOverview(id)
      setAdded(made.length)
      setText('')
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setSaving(false)
    }
  }
  return (
    <div className={own.addForm}>
      {trouble && <ErrorBanner {...trouble} />}
      <Textarea
        autoFocus
        rows={7}
        className={own.manyLines ?? ''}
        label={t('lab.manyLines')}
        description={t('lab.manyHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setAdded(0)
        }}
      />
      <Found fresh={fresh} known={known} />
      <div className={css.acts}>
        <Button
          variant="light"
          loading={saving}
          disabled={fresh.length === 0}
          onClick={() => void save()}
          leftSection={<IconCheck size={16} stroke={1.75} aria-hidden />}
        >
          {fresh.length === 0 ? t('lab.save') : t('lab.saveMany', { n: fresh.length })}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('app.close')}
        </Button>
        <span role="status">{added > 0 && t('lab.addedMany', { n: added })}</span>
      </div>
    </div>
  )
}

/** What the lines were read as, before anything is added. */
function Found({ fresh, known }: { readonly fresh: readonly IdeaLine[]; readonly known: readonly string[] }) {
  const t = useText()
  const { lab } = useOpenLab()
  const strangers = [...new Set(fresh.map((one) => one.unknownUnit).filter((name) => name !== ''))]
  const withUnit = fresh.filter((one) => one.unit !== null)
  const example = fresh[0]
  return (
    <div role="status" className={own.manyFound}>
      {example && (
        <p>
          {t('lab.manyRead', { n: fresh.length, units: withUnit.length })} <b>{example.name}</b>
          {example.longName !== '' && `, ${example.longName}`}
          {example.unit !== null && `, ${lab.units.find((unit) => unit.id === example.unit)?.name ?? ''}`}
        </p>
      )}
      {known.length > 0 && <p>{t('lab.manyKnown', { n: known.length, names: known.slice(0, 3).join(', ') })}</p>}
      {strangers.length > 0 && <p>{t('lab.manyStrangers', { names: strangers.slice(0, 3).join(', ') })}</p>}
    </div>
  )
}
