import { TextField } from '#app/components/forms/field.tsx';
import { useTranslation } from '#app/i18n/use-translation.tsx';

/** The password once more, before something that outlasts the session. */
export function ConfirmField({ penName }: { penName: string }) {
  const { t } = useTranslation();
  return (
    <>
      <UserNameForManagers penName={penName} />
      <TextField name="current" type="password" label={t('security.passwordAgain')} autoComplete="current-password" />
    </>
  );
}

/** For password managers alone, which look for a name beside the passwords. Nameless, so it is not sent. */
export function UserNameForManagers({ penName }: { penName: string }) {
  return <input type="text" autoComplete="username" value={penName} readOnly hidden />;
}
