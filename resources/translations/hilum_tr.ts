<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="tr" sourcelanguage="en">
    <context>
        <name>Hilum</name>
        <message>
            <location filename="../../core/number_format.py" />
            <source>%Y-%m-%d</source>
            <comment>a pattern of Python's strftime</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../core/number_format.py" />
            <source>.</source>
            <comment>a sign in numbers</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../core/number_format.py" />
            <source>,</source>
            <comment>a sign in numbers</comment>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../core/number_format.py" />
            <source>{number}%</source>
            <comment>a percentage</comment>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
