import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from "react-aria-components";
import { Icon } from "./icon.tsx";

interface AccountMenuProps {
  label: string;
  email: string;
  role: string;
  signOut: string;
  onSignOut: () => void;
}

export function AccountMenu({ label, email, role, signOut, onSignOut }: AccountMenuProps) {
  return (
    <MenuTrigger>
      <Button className="button button-plain account-button" aria-label={`${label}: ${email}`}>
        <Icon name="account" />
        <span className="account-email">{email}</span>
        <Icon name="down" />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu className="menu" onAction={onSignOut}>
          <MenuSection>
            <Header className="menu-header">
              <strong>{email}</strong>
              <span>{role}</span>
            </Header>
            <MenuItem id="sign-out" className="option">
              {signOut}
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
