; Hilum's installer for Windows, by Inno Setup 6.3 or newer:
;   iscc /DVersion=0.1.0 packaging\windows\hilum.iss
; It takes build\dist\hilum, which `py packaging\build.py program` makes, and writes build\hilum-VERSION-windows-x86_64.exe.
;
; Without administrator's rights it installs for the person alone; with them, or /ALLUSERS, for everybody.
; Silent: /VERYSILENT /SUPPRESSMSGBOXES /NORESTART, with /MERGETASKS="associate" for the file association.
; Upgrading replaces the program in place (same AppId); settings, models and records lie elsewhere and stay.

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
english.RemoveData=Remove your models, record, worklist and settings as well? They cannot be brought back. Choose No to keep them for a later installation.
turkish.RemoveData=Modelleriniz, kayıtlarınız, çalışma listeniz ve ayarlarınız da silinsin mi? Geri getirilemezler. Sonraki bir kurulum için saklamak üzere Hayır'ı seçin.

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
Root: HKA; Subkey: "Software\Classes\Hilum.DICOM"; ValueType: string; ValueData: "DICOM image"; Flags: uninsdeletekey; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Hilum.DICOM\DefaultIcon"; ValueType: string; ValueData: "{app}\hilum-window.exe,0"; Tasks: associate
Root: HKA; Subkey: "Software\Classes\Hilum.DICOM\shell\open\command"; ValueType: string; ValueData: """{app}\hilum-window.exe"" ""%1"""; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.dcm\OpenWithProgids"; ValueType: string; ValueName: "Hilum.DICOM"; ValueData: ""; Flags: uninsdeletevalue; Tasks: associate
Root: HKA; Subkey: "Software\Classes\.dcm"; ValueType: string; ValueData: "Hilum.DICOM"; Flags: uninsdeletevalue; Tasks: associate

[Run]
Filename: "{app}\hilum-window.exe"; Description: "{cm:LaunchProgram,Hilum}"; Flags: nowait postinstall skipifsilent unchecked

[Code]
{ The person's data stay unless the person asks, and never go in a silent removal. platformdirs keeps data, settings,
  cache and log below the local application data folder. }
procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if (CurUninstallStep = usPostUninstall) and not UninstallSilent then
    if MsgBox(ExpandConstant('{cm:RemoveData}'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
      DelTree(ExpandConstant('{localappdata}\hilum'), True, True, True);
end;
