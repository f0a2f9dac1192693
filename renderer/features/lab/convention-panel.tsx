/** What stands of the conventions of this lab, and the way to them. Not on the laptop of a team. */
import { Button } from '@mantine/core'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useAbout } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useKnownConventions } from '../../lab/use-convention-cards.ts'
import { Panel, StatusChip } from '../../parts/index.ts'
import own from './stage.module.css'

const tones = { persiapan: 'plain', penilaian: 'act', selesai: 'ok' } as const

/** `quiet` shows it only when there is a convention to speak of. */
export function ConventionPanel({ quiet = false }: { readonly quiet?: boolean }) {
  const host = useAbout()?.reach === 'host'
  return host ? <Conventions quiet={quiet} /> : null
}

function Conventions({ quiet }: { readonly quiet: boolean }) {
  const t = useText()
  const { id } = useOpenLab()
  const cards = useKnownConventions()
  if (cards === null || (quiet && cards.length === 0)) return null
  return (
    <Panel title={t('jury.link')}>
      {cards.length === 0 && <p>{t('jury.linkText')}</p>}
      <ul className={own.lines}>
        {cards.map((card) => (
          <li key={card.id}>
            <a href={places.convention(id, card.id)}>{card.name.trim() || t('jury.untitled')}</a>
            <small>
              <StatusChip tone={tones[card.state]}>{t(`jury.state_${card.state}`)}</StatusChip>{' '}
              {card.of > 0 && t('jury.cardDone', { done: card.done, of: card.of })}
            </small>
          </li>
        ))}
      </ul>
      {cards.length === 0 && (
        <Button component="a" variant="light" size="xs" mt="xs" href={places.conventions(id)}>
          {t('jury.linkOpen')}
        </Button>
      )}
    </Panel>
  )
}
