import { Button } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useAbout } from '../../lab/lab-context.tsx'
import { Panel } from '../../parts/index.ts'
import css from './home.module.css'

/** For a judge, who often has no lab on his laptop at all. */
export function JudgingPanel() {
  const t = useText()
  const about = useAbout()
  if (about?.reach !== 'host') return null
  return (
    <Panel className={css.judging} title={t('scoring.homeTitle')}>
      <p className={css.soft}>{t('scoring.homeText')}</p>
      <Button
        component="a"
        href={places.judging()}
        variant="default"
        size="xs"
        leftSection={<IconGavel size={16} stroke={1.75} aria-hidden />}
      >
        {t('scoring.homeOpen')}
      </Button>
    </Panel>
  )
}
