; Hilum's installer for Windows, by Inno Setup 6.3 or newer:
;   iscc /DVersion=0.1.0 packaging\windows\hilum.iss
; With /DSignTool=NAME and /SNAME=COMMAND, installer and uninstaller are signed by that command.
; It takes build\dist\hilum, which `py packaging\build.py program` makes, and writes build\hilum-VERSION-windows-x86_64.exe.
;
; Without administrator's rights it installs for the person alone; with them, or /ALLUSERS, for everybody.
; Silent: /VERYSILENT /SUPPRESSMSGBOXES /NORESTART, with /MERGETASKS="associate" for the file association.
; Upgrading replaces the program in place (same AppId); settings, models, records and a training pack lie elsewhere and
; stay, also when the program is removed, unless the person asks otherwise.

#ifndef Version
  #error "say which version: /DVersion=..."
#endif

[Setup]
AppId={{6F1B7C1E-2F0B-4A57-9E35-6C5B5B0F1D77}
AppName=Hilum
AppVersion={#Version}
AppVerName=Hilum {#Version}
AppPublisher=The Hilum authors
AppComments=Research use only, not for diagnosis
VersionInfoVersion={#Version}
VersionInfoDescription=Hilum installer
VersionInfoProductName=Hilum
DefaultDirName={autopf}\Hilum
DefaultGroupName=Hilum
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
OutputDir=..\..\build
OutputBaseFilename=hilum-{#Version}-windows-x86_64
SetupMutex=HilumInstaller
SetupIconFile=..\..\build\icons\hilum.ico
UninstallDisplayIcon={app}\hilum-window.exe
UninstallDisplayName=Hilum {#Version}
LicenseFile=..\..\LICENSE
Compression=lzma2/max
SolidCompression=yes
LZMAUseSeparateProcess=yes
WizardStyle=modern
ChangesAssociations=yes
; Files that a running Hilum holds are not replaced under it: the person is asked to close it, or it is closed silently.
CloseApplications=yes
RestartApplications=no
#ifdef SignTool
SignTool={#SignTool}
SignedUninstaller=yes
#endif

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "turkish"; MessagesFile: "compiler:Languages\Turkish.isl"

[CustomMessages]
english.Associate=Open DICOM files (.dcm) with Hilum
turkish.Associate=DICOM dosyalarını (.dcm) Hilum ile aç
english.RemoveData=Remove your models, record, worklist, settings and the training pack as well? They cannot be brought back. Choose No to keep them for a later installation.%n%nThey are in %1.
turkish.RemoveData=Modelleriniz, kayıt defteriniz, iş listeniz, ayarlarınız ve eğitim paketi de silinsin mi? Bunlar geri getirilemez. Sonraki bir kurulum için saklamak isterseniz Hayır'ı seçin.%n%nBulundukları klasör: %1.
english.DicomImage=DICOM image
turkish.DicomImage=DICOM görüntüsü

[Tasks]
Name: "associate"; Description: "{cm:Associate}"; Flags: unchecked
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; A module that a newer version no longer has must not stay where Python would find it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\dist\hilum\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion

[Icons]
Name: "{group}\Hilum"; Filename: "{app}\hilum-window.exe"
Name: "{autodesktop}\Hilum"; Filename: "{app}\hilum-window.exe"; Tasks: desktopicon

[Registry]
; HKA is the person's own hive without administrator's rights, the machine's with them.
Root: HKA; Subkey: "Software\Classes\Hilum.DICOM"; ValueType: string; ValueData: "{cm:DicomImage}"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Hilum.DICOM\DefaultIcon"; ValueType: string; ValueData: "{app}\hilum-window.exe,0"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Hilum.DICOM\shell\open\command"; ValueType: string; ValueData: """{app}\hilum-window.exe"" ""%1"""; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: string; ValueName: "Hilum.DICOM"; ValueData: ""; Flags: uninsdeletevalue; Tasks: associate
; Taken back by the code below, and only where it is still ours: whoever has taken it over since keeps it.
Root: HKA; Subkey: "Software\Classes\.dcm"; ValueType: string; ValueData: "Hilum.DICOM"; Tasks: associate

[Run]
Filename: "{app}\hilum-window.exe"; Description: "{cm:LaunchProgram,Hilum}"; Flags: nowait postinstall skipifsilent unchecked

[Code]
procedure GiveAssociationBack;
var
  Handler: String;
begin
  if RegQueryStringValue(HKA, 'Software\Classes\.dcm', '', Handler) and (Handler = 'Hilum.DICOM') then
    RegDeleteValue(HKA, 'Software\Classes\.dcm', '');
  RegDeleteKeyIfEmpty(HKA, 'Software\Classes\.dcm\OpenWithProgids');
  RegDeleteKeyIfEmpty(HKA, 'Software\Classes\.dcm');
end;

{ The person's data stay unless the person asks, and never go in a silent removal. platformdirs keeps data, settings,
  cache and log below the local application data folder. }
procedure AskAboutData;
var
  Folder: String;
begin
  Folder := ExpandConstant('{localappdata}\hilum');
  if UninstallSilent or not DirExists(Folder) then
    Exit;
  if MsgBox(FmtMessage(CustomMessage('RemoveData'), [Folder]), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
    DelTree(Folder, True, True, True);
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if CurUninstallStep <> usPostUninstall then
    Exit;
  GiveAssociationBack;
  AskAboutData;
end;
