/** How a session went, as a text for WhatsApp. */
import type { Session } from '#shared/model/session.ts'
import { sessionText } from '#shared/rules/chat-session.ts'
import { canvasOf } from '#shared/rules/packs.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { useOverview, usePacks } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { useNotes } from '../../lab/use-sessions.ts'

const none: readonly never[] = []

/** For a session that was held: its own facts, the lines written down in it, and what the teams finished. */
export function SessionChat({ session }: { readonly session: Session }) {
  const t = useText()
  const language = useLanguage()
  const { id, lab, stages } = useOpenLab()
  const packs = usePacks()
  const notes = useNotes()
  const asked = useOverview(id)
  const innovations = asked.state === 'ready' ? asked.value.innovations : none
  const make = () =>
    sessionText(
      {
        session,
        stageLabel: stages.find(({ key }) => key === session.stage)?.label ?? '',
        notes,
        people: lab.people,
        units: lab.units,
        innovations,
        canvasTitle: (canvas) => canvasOf(packs, canvas)?.title[language] ?? canvas,
      },
      language,
    )
  return <ChatText label={t('chat.sessionShort')} make={make} />
}
