import { Button, Progress } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { troubleOfFault } from '../../lab/refusal.ts'
import { ErrorBanner } from '../../parts/index.ts'
import css from './jilid.module.css'
import type { CarryState } from './use-carry.ts'

/** @param open offers the way into the lab that was made */
export function CarryResult({ now, open }: { readonly now: CarryState; readonly open: boolean }) {
  const t = useText()
  if (now.state === 'idle') return null
  if (now.state === 'failed') return <ErrorBanner {...now.trouble} />
  if (now.state === 'working') {
    return (
      <div className={css.result} role="status">
        {t('gates.jilidWorking', { n: now.done, of: now.of })}
        <Progress value={now.of === 0 ? 0 : (100 * now.done) / now.of} aria-label={t('gates.progress')} />
      </div>
    )
  }
  const { lab, carried, failed } = now.step
  return (
    <div className={css.result} role="status">
      <b>{t('gates.jilidDone', { jilid: lab.jilid, year: lab.year, n: carried })}</b>
      {failed.length === 0 ? null : (
        <p>
          {t('gates.jilidFailed', { n: failed.length, why: troubleOfFault(failed[0]?.fault ?? { kind: 'io', file: '', detail: '' }).what })}
        </p>
      )}
      {open ? (
        <Button component="a" href={places.lab(lab.id)} rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}>
          {t('gates.jilidOpen', { jilid: lab.jilid })}
        </Button>
      ) : null}
    </div>
  )
}
