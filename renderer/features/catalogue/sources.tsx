/** Which lists were taken in, and putting one aside. */
import { Button, Modal } from '@mantine/core'
import { IconFileUpload, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueSource } from '#shared/api/catalogue.ts'
import { formatShortDay, localDay } from '#shared/rules/dates.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { type Trouble, troubleOf } from '../../lab/refusal.ts'
import { EmptyState, ErrorBanner } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import css from './dialogs.module.css'

export function Sources(props: {
  readonly sources: readonly CatalogueSource[]
  readonly readOnly: boolean
  readonly onClose: () => void
  readonly onChanged: () => void
  readonly onTake: () => void
}) {
  const { sources, readOnly, onClose, onChanged, onTake } = props
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const [busy, setBusy] = useState('')
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const remove = async ({ id, name }: CatalogueSource): Promise<void> => {
    setBusy(id)
    setTrouble(null)
    try {
      const { kept } = await client.catalogue.removeSource({ source: id })
      onChanged()
      notify.undoable(t('catalogue.sourceGone', { name }), () => {
        // Whatever keeps it from coming back is told by the list, which is read again either way.
        client.catalogue.putBackSource({ kept }).then(onChanged, onChanged)
      })
    } catch (error) {
      setTrouble(troubleOf(error))
    } finally {
      setBusy('')
    }
  }
  return (
    <Modal
      opened
      centered
      size={640}
      onClose={onClose}
      title={<strong>{t('catalogue.sourcesTitle')}</strong>}
      closeButtonProps={{ 'aria-label': t('app.close') }}
    >
      <div className={css.body}>
        <p className={css.quiet}>{t('catalogue.sourcesLead')}</p>
        {trouble && <ErrorBanner {...trouble} />}
        {sources.length === 0 ? (
          <EmptyState inside text={t('catalogue.noSources')} />
        ) : (
          <ul className={css.list}>
            {sources.map((source) => (
              <li key={source.id}>
                <span>
                  <strong>{source.name}</strong>
                  <small>
                    {t('catalogue.sourceOf', {
                      n: formatNumber(source.entries, language),
                      day: formatShortDay(localDay(source.takenAt, 'WIB'), language),
                    })}
                  </small>
                </span>
                {!readOnly && (
                  <Button
                    size="xs"
                    variant="subtle"
                    color="gray"
                    loading={busy === source.id}
                    aria-label={t('catalogue.removeSource', { name: source.name })}
                    leftSection={<IconTrash size={16} stroke={1.75} aria-hidden />}
                    onClick={() => void remove(source)}
                  >
                    {t('catalogue.remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
        {!readOnly && (
          <div className={css.foot}>
            <Button leftSection={<IconFileUpload size={16} stroke={1.75} aria-hidden />} onClick={onTake}>
              {t('catalogue.takeIn')}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  )
}
